package org.callwright.tms;

import java.time.Duration;
import java.time.Instant;

/** So many a second, and never more at once than fit into a fifth of a second. For one thread. */
final class Pace {

    private static final int BURSTS = 5;
    private static final double NANOS = 1e9;

    private final int rate;
    private final double most;
    private double tokens;
    private Instant filled;

    /** @param rate a second; 0: no limit */
    Pace(int rate, Instant now) {
        this.rate = rate;
        this.most = Math.max(1, (double) rate / BURSTS);
        this.tokens = most;
        this.filled = now;
    }

    /** How many may go now. */
    int available(Instant now) {
        if (rate == 0) {
            return Integer.MAX_VALUE;
        }
        Duration since = Duration.between(filled, now);
        if (!since.isNegative()) {
            tokens = Math.min(most, tokens + since.toNanos() / NANOS * rate);
        }
        filled = now;
        return (int) tokens;
    }

    /** One goes. */
    void take() {
        tokens -= 1;
    }
}
