package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.callwright.call.value.CallbackSid;
import org.callwright.callbacks.CallbackOutbox;
import org.callwright.callbacks.OldCallbacks;

/** The outbox as a table. A claim moves the time of the next attempt, but only from the time that was seen. */
@ApplicationScoped
public class JpaCallbackOutbox implements CallbackOutbox, OldCallbacks {

    private final Database database;

    /** For the container's proxy. */
    protected JpaCallbackOutbox() {
        this(null);
    }

    @Inject
    public JpaCallbackOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return database.call(em -> em.createQuery("select e from CallbackRow e where e.status = :waiting"
                        + " and e.nextAttempt <= :now and not exists (select 1 from CallbackRow earlier"
                        + " where earlier.call = e.call and earlier.status = :waiting"
                        + " and earlier.position < e.position) order by e.nextAttempt, e.sid", CallbackEntity.class)
                .setParameter("waiting", CallbackEntity.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Due(row.toValue(), row.attempts, row.nextAttempt))
                .toList());
    }

    @Override
    public boolean claim(Due due, Instant until) {
        return database.call(em -> em.createQuery("update CallbackRow e set e.nextAttempt = :until"
                        + " where e.sid = :sid and e.nextAttempt = :seen and e.status = :waiting")
                .setParameter("until", Columns.micros(until))
                .setParameter("sid", due.callback().sid().value())
                .setParameter("seen", due.nextAttempt())
                .setParameter("waiting", CallbackEntity.WAITING)
                .executeUpdate()) > 0;
    }

    @Override
    public void delivered(CallbackSid sid) {
        database.run(em -> em.createQuery("delete from CallbackRow e where e.sid = :sid")
                .setParameter("sid", sid.value())
                .executeUpdate());
    }

    @Override
    public void failed(CallbackSid sid, Instant again, String failure) {
        update(sid, CallbackEntity.WAITING, again, failure);
    }

    @Override
    public void giveUp(CallbackSid sid, String failure) {
        update(sid, CallbackEntity.DEAD, Instant.EPOCH, failure);
    }

    @Override
    public int purge(Instant before, int most) {
        return database.call(em -> {
            List<String> old = em.createQuery("select e.sid from CallbackRow e where e.status in :over"
                            + " and e.created < :before", String.class)
                    .setParameter("over", List.of(CallbackEntity.DEAD, CallbackEntity.HELD))
                    .setParameter("before", before)
                    .setMaxResults(most)
                    .getResultList();
            return old.isEmpty() ? 0 : em.createQuery("delete from CallbackRow e where e.sid in :old")
                    .setParameter("old", old)
                    .executeUpdate();
        });
    }

    private void update(CallbackSid sid, String status, Instant next, String failure) {
        database.run(em -> em.createQuery("update CallbackRow e set e.status = :status, e.attempts = e.attempts + 1,"
                        + " e.nextAttempt = :next, e.lastFailure = :failure where e.sid = :sid")
                .setParameter("status", status)
                .setParameter("next", Columns.micros(next))
                .setParameter("failure", Columns.fit(failure, 512))
                .setParameter("sid", sid.value())
                .executeUpdate());
    }
}
