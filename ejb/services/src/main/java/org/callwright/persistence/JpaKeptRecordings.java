package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Retention;
import org.callwright.call.Effect;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingSid;
import org.callwright.cleanup.Keeper;
import org.callwright.cleanup.KeptRecordings;

/** Ended recordings as the database has them; a recording that has ended was last changed at its end. */
@ApplicationScoped
public class JpaKeptRecordings implements KeptRecordings {

    private final Database database;
    private final PendingRows pending;

    /** For the container's proxy. */
    protected JpaKeptRecordings() {
        this(null, null);
    }

    @Inject
    public JpaKeptRecordings(Database database, PendingRows pending) {
        this.database = database;
        this.pending = pending;
    }

    @Override
    public List<Keeper> keepers(String after, int most) {
        return database.call(em -> em
                .createQuery("select a from AccountRow a where a.sid > :after order by a.sid", AccountEntity.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(JpaKeptRecordings::keeper)
                .toList());
    }

    @Override
    public List<Keeper> keepers(Collection<AccountSid> accounts) {
        return database.call(em -> em
                .createQuery("select a from AccountRow a where a.sid in :sids order by a.sid", AccountEntity.class)
                .setParameter("sids", accounts.stream().map(AccountSid::value).toList())
                .getResultStream()
                .map(JpaKeptRecordings::keeper)
                .toList());
    }

    private static Keeper keeper(AccountEntity row) {
        return new Keeper(new AccountSid(row.sid), row.status.equals(AccountStatus.CLOSED.wireName()),
                Optional.ofNullable(row.retention).map(Retention::new));
    }

    @Override
    public List<RecordingRecord> ended(
            AccountSid account, Instant before, Optional<RecordingRecord> after, int most) {
        return database.call(em -> em
                .createQuery("select e from RecordingRow e where e.account = :account and e.status <> :growing"
                        + " and e.updated < :before and e.updated >= :time and (e.updated > :time or e.sid > :sid)"
                        + " order by e.updated, e.sid", RecordingEntity.class)
                .setParameter("account", account.value())
                .setParameter("growing", Status.IN_PROGRESS.wireName())
                .setParameter("before", before)
                .setParameter("time", after.map(RecordingRecord::updated).orElse(Instant.EPOCH))
                .setParameter("sid", after.map(last -> last.sid().value()).orElse(""))
                .setMaxResults(most)
                .getResultStream()
                .map(RecordingEntity::toValue)
                .toList());
    }

    /** Excludes states instead of asking for one: the index on the state would make the database sort all rows. */
    @Override
    public List<RecordingSid> completed(Instant before, String after, int most) {
        return database.call(em -> em
                .createQuery("select e.sid from RecordingRow e where e.status <> :growing and e.status <> :failed"
                        + " and e.updated < :before and e.sid > :after order by e.sid", String.class)
                .setParameter("growing", Status.IN_PROGRESS.wireName())
                .setParameter("failed", Status.FAILED.wireName())
                .setParameter("before", before)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(RecordingSid::new)
                .toList());
    }

    @Override
    public Set<RecordingSid> known(Collection<RecordingSid> sids) {
        if (sids.isEmpty()) {
            return Set.of();
        }
        Set<RecordingSid> known = new HashSet<>();
        sids.stream()
                .filter(sid -> pending.find(sid.value(), Effect.SaveRecording.class).isPresent())
                .forEach(known::add);
        database.run(em -> em
                .createQuery("select e.sid from RecordingRow e where e.sid in :sids", String.class)
                .setParameter("sids", sids.stream().map(RecordingSid::value).toList())
                .getResultStream()
                .map(RecordingSid::new)
                .forEach(known::add));
        return known;
    }
}
