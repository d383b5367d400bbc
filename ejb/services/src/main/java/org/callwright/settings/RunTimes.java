package org.callwright.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * When work begins that comes again and again.
 *
 * @param at a time of day in UTC at which runs begin
 * @param interval from one run to the next
 */
public record RunTimes(LocalTime at, Duration interval) {

    /** The first run that is later than now, when one begins at the time of day and others in the interval around it. */
    public Instant firstRun(Instant now) {
        Instant someRun = now.atZone(ZoneOffset.UTC).with(at).toInstant();
        long behind = Math.floorMod(Duration.between(someRun, now).toMillis(), interval.toMillis());
        return now.plusMillis(interval.toMillis() - behind);
    }
}
