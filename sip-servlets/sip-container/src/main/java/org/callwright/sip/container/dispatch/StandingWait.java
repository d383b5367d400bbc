package org.callwright.sip.container.dispatch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Tells a queue that stands from one that a short stall has filled: the wait is too long when it was above the target
 * at each look for a whole interval, as CoDel has it (RFC 8289 section 3.2).
 */
final class StandingWait {
    static final long TARGET = 50_000_000;
    static final long INTERVAL = 100_000_000;

    private static final long NOT_ABOVE = Long.MIN_VALUE;

    private final LongSupplier clock;
    private final AtomicLong aboveSince = new AtomicLong(NOT_ABOVE);

    /** @param clock in nanoseconds */
    StandingWait(LongSupplier clock) {
        this.clock = clock;
    }

    /** @param wait how long the oldest waits now, in nanoseconds */
    boolean tooLong(long wait) {
        if (wait <= TARGET) {
            aboveSince.set(NOT_ABOVE);
            return false;
        }
        long now = clock.getAsLong();
        aboveSince.compareAndSet(NOT_ABOVE, now);
        long since = aboveSince.get();
        return since != NOT_ABOVE && now - since >= INTERVAL;
    }
}
