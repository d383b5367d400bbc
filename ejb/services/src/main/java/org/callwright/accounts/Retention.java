package org.callwright.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For how long something is kept, counted from its end.
 *
 * @param days 0: for ever
 */
public record Retention(int days) {

    public static final int MOST_DAYS = 36_500;
    public static final Retention FOR_EVER = new Retention(0);

    /** @throws IllegalArgumentException days out of range */
    public Retention {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("want 0 to " + MOST_DAYS + " days");
        }
    }

    /** What ended before this time is past the retention; empty when nothing ever is. */
    public Optional<Instant> limit(Instant now) {
        return days == 0 ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days)));
    }

    @Override
    public String toString() {
        return days == 0 ? "for ever" : days + " days";
    }
}
