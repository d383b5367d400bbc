package org.callwright.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How old recordings are removed.
 *
 * @param retentionDays CALLWRIGHT_RECORDING_RETENTION_DAYS: days that recordings are kept of accounts that do not say it
 *     themselves; 0: for ever
 * @param dryRun CALLWRIGHT_RECORDING_CLEANUP_DRY_RUN: only say what would be removed
 * @param at CALLWRIGHT_RECORDING_CLEANUP_AT: a time of day in UTC at which runs begin
 * @param interval CALLWRIGHT_RECORDING_CLEANUP_SECONDS: from one run to the next
 * @param batch CALLWRIGHT_RECORDING_CLEANUP_BATCH: recordings that are removed in one transaction
 */
public record CleanupSettings(int retentionDays, boolean dryRun, LocalTime at, Duration interval, int batch) {

    public static CleanupSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new CleanupSettings(
                read.integer("CALLWRIGHT_RECORDING_RETENTION_DAYS", 0, 0, 36_500),
                read.choice("CALLWRIGHT_RECORDING_CLEANUP_DRY_RUN", "false", "true").equals("true"),
                read.time("CALLWRIGHT_RECORDING_CLEANUP_AT", "03:30"),
                read.seconds("CALLWRIGHT_RECORDING_CLEANUP_SECONDS", 86_400, 1, 31_536_000),
                read.integer("CALLWRIGHT_RECORDING_CLEANUP_BATCH", 500, 1, 10_000));
    }

    /** The first run that is later than now, when one begins at the time of day and others in the interval around it. */
    public Instant firstRun(Instant now) {
        Instant someRun = now.atZone(ZoneOffset.UTC).with(at).toInstant();
        long behind = Math.floorMod(Duration.between(someRun, now).toMillis(), interval.toMillis());
        return now.plusMillis(interval.toMillis() - behind);
    }
}
