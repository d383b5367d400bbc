package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.NotificationSid;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SaySid;
import org.callwright.records.CallFilter;
import org.callwright.records.NotificationFilter;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.records.RecordFilter;

/** Records in the database; a look-up by SID also sees the rows that still wait to be written. */
@ApplicationScoped
public class JpaRecordArchive implements RecordArchive {

    private static final RowLookup<CallEntity> CALL = new RowLookup<>(CallEntity.class);
    private static final RowLookup<RecordingEntity> RECORDING = new RowLookup<>(RecordingEntity.class);
    private static final RowLookup<SayEntity> SAY = new RowLookup<>(SayEntity.class);
    private static final RowLookup<NotificationEntity> NOTIFICATION = new RowLookup<>(NotificationEntity.class);

    private final Database database;
    private final PendingRows pending;

    /** For the container's proxy. */
    protected JpaRecordArchive() {
        this(null, null);
    }

    @Inject
    public JpaRecordArchive(Database database, PendingRows pending) {
        this.database = database;
        this.pending = pending;
    }

    @Override
    public Optional<CallRecord> call(CallSid sid) {
        return pending.find(sid.value(), Effect.SaveCall.class)
                .map(Effect.SaveCall::call)
                .or(() -> find(CALL, sid.value(), CallEntity::toValue));
    }

    @Override
    public Page<CallRecord> calls(CallFilter filter, PageRequest page) {
        ListQuery<CallEntity> query = new ListQuery<>(CallEntity.class, "CallRow", filter.accounts())
                .counted(RowTotals.CALLS)
                .like("fromAddress", filter.from())
                .like("toAddress", filter.to())
                .equal("status", filter.status().map(CallStatus::wireName))
                .equal("parent", filter.parent().map(CallSid::value))
                .created(filter.since(), filter.until());
        return database.call(em -> query.page(em, page, Orders.CALLS.of(page.order()), CallEntity::toValue));
    }

    @Override
    public Optional<RecordingRecord> recording(RecordingSid sid) {
        if (pending.find(sid.value(), Effect.DropRecording.class).isPresent()) {
            return Optional.empty();
        }
        return pending.find(sid.value(), Effect.SaveRecording.class)
                .map(Effect.SaveRecording::recording)
                .or(() -> find(RECORDING, sid.value(), RecordingEntity::toValue));
    }

    @Override
    public Page<RecordingRecord> recordings(RecordFilter filter, PageRequest page) {
        ListQuery<RecordingEntity> query =
                new ListQuery<>(RecordingEntity.class, "RecordingRow", filter.accounts())
                        .where("e.status <> :growing", "growing", RecordingRecord.Status.IN_PROGRESS.wireName())
                        .equal("call", filter.call().map(CallSid::value))
                        .created(filter.from(), filter.until());
        return database.call(em -> query.page(em, page, Orders.RECORDINGS.of(page.order()), RecordingEntity::toValue));
    }

    @Override
    public int removeRecordings(Collection<RecordingSid> sids) {
        sids.stream()
                .filter(sid -> pending.find(sid.value(), Effect.SaveRecording.class).isPresent())
                .forEach(sid -> pending.put(new Effect.DropRecording(sid)));
        return sids.isEmpty() ? 0 : database.call(em -> em.createQuery(
                        "delete from RecordingRow e where e.sid in :sids")
                .setParameter("sids", sids.stream().map(RecordingSid::value).toList())
                .executeUpdate());
    }

    @Override
    public Optional<SayRecord> say(SaySid sid) {
        return pending.find(sid.value(), Effect.SaveSay.class)
                .map(Effect.SaveSay::say)
                .or(() -> find(SAY, sid.value(), SayEntity::toValue));
    }

    @Override
    public Page<SayRecord> says(RecordFilter filter, PageRequest page) {
        ListQuery<SayEntity> query = new ListQuery<>(SayEntity.class, "SayRow", filter.accounts())
                .counted(RowTotals.SAYS)
                .equal("call", filter.call().map(CallSid::value))
                .created(filter.from(), filter.until());
        return database.call(em -> query.page(em, page, Orders.NATURAL.of(page.order()), SayEntity::toValue));
    }

    @Override
    public Optional<NotificationRecord> notification(NotificationSid sid) {
        return pending.find(sid.value(), Effect.SaveNotification.class)
                .map(Effect.SaveNotification::notification)
                .or(() -> find(NOTIFICATION, sid.value(), NotificationEntity::toValue));
    }

    @Override
    public Page<NotificationRecord> notifications(NotificationFilter filter, PageRequest page) {
        ListQuery<NotificationEntity> query =
                new ListQuery<>(NotificationEntity.class, "NotificationRow", filter.accounts())
                        .equal("call", filter.call().map(CallSid::value))
                        .equal("code", filter.code().isPresent()
                                ? Optional.of(filter.code().getAsInt())
                                : Optional.empty())
                        .like("requestUrl", filter.requestUrl())
                        .like("message", filter.message())
                        .created(filter.from(), filter.until());
        return database.call(
                em -> query.page(em, page, Orders.NOTIFICATIONS.of(page.order()), NotificationEntity::toValue));
    }

    @Override
    public void removeNotifications(AccountSid account) {
        database.run(em -> em.createQuery("delete from NotificationRow e where e.account = :account")
                .setParameter("account", account.value())
                .executeUpdate());
    }

    private <E, T> Optional<T> find(RowLookup<E> table, String sid, Function<E, T> toValue) {
        return database.query(connection -> table.find(connection, sid)).map(toValue);
    }
}
