package org.callwright.tms;

import java.util.Map;

/**
 * How many recipients stand where, counted at one moment.
 *
 * @param byStatus statuses that nobody has may be missing
 * @param byDetail of those that are sent or failed
 */
public record Counts(Map<RecipientStatus, Long> byStatus, Map<Detail, Long> byDetail) {

    public Counts {
        byStatus = Map.copyOf(byStatus);
        byDetail = Map.copyOf(byDetail);
    }

    public long of(RecipientStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    public long of(Detail detail) {
        return byDetail.getOrDefault(detail, 0L);
    }

    public long total() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }
}
