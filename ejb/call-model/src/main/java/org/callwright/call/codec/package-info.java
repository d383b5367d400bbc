/**
 * Sessions as bytes for the store, in a format of our own: nothing but the known types of a session can be read back,
 * and no class name is in the data.
 */
package org.callwright.call.codec;
