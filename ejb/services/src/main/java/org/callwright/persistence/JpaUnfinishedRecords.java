package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallStatus;
import org.callwright.records.UnfinishedRecords;

/** Unfinished rows as the database has them; the status columns are indexed, so that few rows are looked at. */
@ApplicationScoped
public class JpaUnfinishedRecords implements UnfinishedRecords {

    private static final List<String> LIVE = Stream.of(CallStatus.values())
            .filter(status -> !status.terminal())
            .map(CallStatus::wireName)
            .toList();
    private static final List<String> GROWING = List.of(RecordingRecord.Status.IN_PROGRESS.wireName());

    private final Database database;

    /** For the container's proxy. */
    protected JpaUnfinishedRecords() {
        this(null);
    }

    @Inject
    public JpaUnfinishedRecords(Database database) {
        this.database = database;
    }

    @Override
    public List<CallRecord> calls(Instant before, String after, int most) {
        return find(CallEntity.class, "CallRow", LIVE, before, after, most, CallEntity::toValue);
    }

    @Override
    public List<RecordingRecord> recordings(Instant before, String after, int most) {
        return find(RecordingEntity.class, "RecordingRow", GROWING, before, after, most, RecordingEntity::toValue);
    }

    private <E, T> List<T> find(Class<E> type, String entity, List<String> states, Instant before, String after,
            int most, Function<E, T> toValue) {
        return database.call(em -> em.createQuery("select e from " + entity + " e where e.status in :states"
                        + " and e.created < :before and e.sid > :after order by e.sid", type)
                .setParameter("states", states)
                .setParameter("before", before)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(toValue)
                .toList());
    }
}
