package org.callwright.call.state;

/** Where a leg's INVITE and dialog stand (RFC 3261). */
public enum Signalling {
    /** No INVITE yet. */
    IDLE,
    /** The INVITE of the peer waits for our final answer. */
    RINGING,
    /** We sent 200 and wait for the ACK. */
    ACCEPTED,
    /** Our INVITE waits for the peer's final answer. */
    CALLING,
    /** A dialog: BYE ends it. */
    ESTABLISHED,
    /** Nothing more to signal. */
    OVER;

    /** Whether a 2xx was sent or received. */
    public boolean dialog() {
        return this == ACCEPTED || this == ESTABLISHED;
    }
}
