/** Session stores: the cache of the server. Sessions are stored as bytes of our own encoding, never as objects. */
package org.callwright.engine.store;
