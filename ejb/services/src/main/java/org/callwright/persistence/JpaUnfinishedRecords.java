package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.CallbackSid;
import org.callwright.records.UnfinishedRecords;

/** Unfinished rows as the database has them; the status columns are indexed, so that few rows are looked at. */
@ApplicationScoped
public class JpaUnfinishedRecords implements UnfinishedRecords {

    private static final List<String> LIVE = Stream.of(CallStatus.values())
            .filter(status -> !status.terminal())
            .map(CallStatus::wireName)
            .toList();
    private static final List<String> GROWING = List.of(RecordingRecord.Status.IN_PROGRESS.wireName());

    private static final List<String> HELD = List.of(CallbackEntity.HELD);

    private final Database database;
    private final PendingRows pending;

    /** For the container's proxy. */
    protected JpaUnfinishedRecords() {
        this(null, null);
    }

    @Inject
    public JpaUnfinishedRecords(Database database, PendingRows pending) {
        this.database = database;
        this.pending = pending;
    }

    @Override
    public boolean complete() {
        return !pending.onDisk();
    }

    @Override
    public List<CallRecord> calls(Instant before, String after, int most) {
        return find(CallEntity.class, "CallRow", LIVE, before, after, most, CallEntity::toValue);
    }

    @Override
    public List<RecordingRecord> recordings(Instant before, String after, int most) {
        return find(RecordingEntity.class, "RecordingRow", GROWING, before, after, most, RecordingEntity::toValue);
    }

    @Override
    public List<CallbackRecord> heldCallbacks(Instant before, String after, int most) {
        return find(CallbackEntity.class, "CallbackRow", HELD, before, after, most, CallbackEntity::toValue);
    }

    @Override
    public boolean held(CallbackSid sid) {
        return pending.find(sid.value(), Effect.QueueCallback.class).isEmpty()
                && database.call(em -> Optional.ofNullable(em.find(CallbackEntity.class, sid.value())))
                        .filter(row -> row.status.equals(CallbackEntity.HELD)).isPresent();
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
