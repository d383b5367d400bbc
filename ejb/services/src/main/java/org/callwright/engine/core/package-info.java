/**
 * The machine room: a mailbox per session, the loop <em>event, transition, store, effects</em>, and what ends calls
 * when things go wrong. Plain Java on ports, an executor and a clock; no EE, no I/O of its own but the instance id.
 */
package org.callwright.engine.core;
