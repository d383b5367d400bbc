package org.callwright.sip.container.dispatch;

import java.util.function.LongSupplier;

/**
 * Tells a queue that stands from one that a short stall has filled: the wait is too long when it was above the target
 * at each look for a whole interval, as CoDel has it (RFC 8289 section 3.2). Looks that are further apart than an
 * interval say nothing about the time between them, so the interval begins anew.
 */
final class StandingWait {
    static final long TARGET = 50_000_000;
    static final long INTERVAL = 100_000_000;

    private final LongSupplier clock;
    private boolean above;
    private long since;
    private long lastLook;

    /** @param clock in nanoseconds */
    StandingWait(LongSupplier clock) {
        this.clock = clock;
    }

    /** @param wait how long the oldest waits now, in nanoseconds */
    synchronized boolean tooLong(long wait) {
        long now = clock.getAsLong();
        boolean goesOn = above && now - lastLook <= INTERVAL;
        above = wait > TARGET;
        lastLook = now;
        if (!goesOn) {
            since = now;
        }
        return above && now - since >= INTERVAL;
    }
}
