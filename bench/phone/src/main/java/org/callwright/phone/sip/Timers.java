package org.callwright.phone.sip;

/** The timer values of RFC 3261 table 4, in milliseconds. */
final class Timers {

    static final long T1 = 500;
    static final long T2 = 4000;
    /** Timers B, F, H and the life of a finished transaction. */
    static final long TRANSACTION = 64 * T1;

    private Timers() {
    }
}
