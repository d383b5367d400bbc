/**
 * The call machine: {@link org.callwright.call.CallSession} is data, {@code session.on(event, at)} a pure transition to
 * the next session and the effects that adapters carry out. Nothing in this module does I/O, reads a clock, makes
 * random numbers or knows EE; everything a failover needs is in the session, nothing a test needs is outside of it.
 */
package org.callwright.call;
