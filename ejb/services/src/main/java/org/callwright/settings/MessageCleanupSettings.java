package org.callwright.settings;

import java.util.Map;

/**
 * How old messages of the TMS dialect are removed.
 *
 * @param retentionDays CALLWRIGHT_TMS_RETENTION_DAYS: days that completed messages are kept of accounts that do not say
 *     it themselves; 0: for ever
 * @param dryRun CALLWRIGHT_TMS_CLEANUP_DRY_RUN: only say what would be removed
 * @param times CALLWRIGHT_TMS_CLEANUP_AT, CALLWRIGHT_TMS_CLEANUP_SECONDS: when runs begin
 * @param batch CALLWRIGHT_TMS_CLEANUP_BATCH: messages, or recipients, that are removed in one transaction
 */
public record MessageCleanupSettings(int retentionDays, boolean dryRun, RunTimes times, int batch) {

    public static MessageCleanupSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new MessageCleanupSettings(
                read.integer("CALLWRIGHT_TMS_RETENTION_DAYS", 0, 0, 36_500),
                read.choice("CALLWRIGHT_TMS_CLEANUP_DRY_RUN", "false", "true").equals("true"),
                new RunTimes(read.time("CALLWRIGHT_TMS_CLEANUP_AT", "04:00"),
                        read.seconds("CALLWRIGHT_TMS_CLEANUP_SECONDS", 86_400, 1, 31_536_000)),
                read.integer("CALLWRIGHT_TMS_CLEANUP_BATCH", 500, 1, 10_000));
    }
}
