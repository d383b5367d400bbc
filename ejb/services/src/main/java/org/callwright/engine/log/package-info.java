/** The numbered messages of the engine and its adapters. One interface, nothing else. */
package org.callwright.engine.log;
