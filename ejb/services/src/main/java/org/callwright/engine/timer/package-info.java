/** Timers of calls in this JVM's memory; a node that takes a call over starts them anew. */
package org.callwright.engine.timer;
