package org.callwright.settings;

import java.util.Map;

/**
 * How old recordings are removed.
 *
 * @param retentionDays CALLWRIGHT_RECORDING_RETENTION_DAYS: days that recordings are kept of accounts that do not say it
 *     themselves; 0: for ever
 * @param dryRun CALLWRIGHT_RECORDING_CLEANUP_DRY_RUN: only say what would be removed
 * @param times CALLWRIGHT_RECORDING_CLEANUP_AT, CALLWRIGHT_RECORDING_CLEANUP_SECONDS: when runs begin
 * @param batch CALLWRIGHT_RECORDING_CLEANUP_BATCH: recordings that are removed in one transaction
 */
public record CleanupSettings(int retentionDays, boolean dryRun, RunTimes times, int batch) {

    public static CleanupSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new CleanupSettings(
                read.integer("CALLWRIGHT_RECORDING_RETENTION_DAYS", 0, 0, 36_500),
                read.choice("CALLWRIGHT_RECORDING_CLEANUP_DRY_RUN", "false", "true").equals("true"),
                new RunTimes(read.time("CALLWRIGHT_RECORDING_CLEANUP_AT", "03:30"),
                        read.seconds("CALLWRIGHT_RECORDING_CLEANUP_SECONDS", 86_400, 1, 31_536_000)),
                read.integer("CALLWRIGHT_RECORDING_CLEANUP_BATCH", 500, 1, 10_000));
    }
}
