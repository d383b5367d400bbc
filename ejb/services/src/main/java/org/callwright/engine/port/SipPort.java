package org.callwright.engine.port;

import org.callwright.call.Effect;

/** The SIP side; the SIP application attaches one when it starts. Must not block. */
public interface SipPort {

    /**
     * Carries out an effect. What goes wrong is told by an event ({@code SignallingFailed}), not by an exception; an
     * effect for a leg that is gone does nothing.
     */
    void carryOut(Effect.Sip effect);
}
