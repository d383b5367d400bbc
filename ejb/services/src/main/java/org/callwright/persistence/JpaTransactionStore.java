package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.CallbackSid;
import org.callwright.telesign.StatusCode;
import org.callwright.telesign.TransactionStore;
import org.callwright.telesign.VoiceTransaction;

/** Transactions of the TeleSign dialect in the database. Not to be had as an outbox: that of calls is another one. */
@ApplicationScoped
@Typed(TransactionStore.class)
public class JpaTransactionStore implements TransactionStore {

    private static final List<String> ENDED = Stream.of(CallStatus.values())
            .filter(CallStatus::terminal)
            .map(CallStatus::wireName)
            .toList();
    private static final String OVER = "select t, c, m from TelesignTransactionRow t join CallRow c on c.sid = t.call"
            + " left join MessageRow m on m.call = t.call where t.code = :progress and c.status in :ended";

    private final Database database;

    /** For the container's proxy. */
    protected JpaTransactionStore() {
        this(null);
    }

    @Inject
    public JpaTransactionStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(VoiceTransaction transaction) {
        database.run(em -> em.persist(TelesignTransactionEntity.of(transaction)));
    }

    @Override
    public Optional<VoiceTransaction> find(String reference) {
        return database.call(em -> Optional.ofNullable(em.find(TelesignTransactionEntity.class, reference))
                .map(TelesignTransactionEntity::toValue));
    }

    @Override
    public long callsTo(String number, Instant since) {
        return database.call(em -> em.createQuery("select count(t) from TelesignTransactionRow t"
                        + " where t.number = :number and t.submitted >= :since and t.call is not null", Long.class)
                .setParameter("number", number)
                .setParameter("since", since)
                .getSingleResult());
    }

    @Override
    public List<Over> over(int most) {
        return database.call(em -> over(em.createQuery(OVER + " order by t.submitted", Object[].class))
                .setMaxResults(most)
                .getResultStream()
                .map(JpaTransactionStore::over)
                .toList());
    }

    @Override
    public Optional<Over> over(String reference) {
        return database.call(em -> over(em.createQuery(OVER + " and t.reference = :reference", Object[].class))
                .setParameter("reference", reference)
                .getResultStream()
                .map(JpaTransactionStore::over)
                .findFirst());
    }

    private static TypedQuery<Object[]> over(TypedQuery<Object[]> query) {
        return query.setParameter("progress", StatusCode.IN_PROGRESS.code()).setParameter("ended", ENDED);
    }

    private static Over over(Object[] row) {
        return new Over(((TelesignTransactionEntity) row[0]).toValue(), ((CallEntity) row[1]).toValue(),
                Optional.ofNullable((MessageEntity) row[2]).map(MessageEntity::toValue));
    }

    @Override
    public List<VoiceTransaction> withoutCall(Instant before, int most) {
        return database.call(em -> em.createQuery("select t from TelesignTransactionRow t where t.code = :progress"
                        + " and t.submitted < :before and not exists (select 1 from CallRow c where c.sid = t.call)"
                        + " order by t.submitted", TelesignTransactionEntity.class)
                .setParameter("progress", StatusCode.IN_PROGRESS.code())
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(TelesignTransactionEntity::toValue)
                .toList());
    }

    @Override
    public void settle(String reference, StatusCode status, Optional<String> userInput, Instant at) {
        database.run(em -> em.createQuery("update TelesignTransactionRow t set t.code = :code, t.userInput = :input,"
                        + " t.updated = :at, t.callbackNext = :at, t.callbackStatus = case when t.callbackUrl is null"
                        + " then :none else :waiting end where t.reference = :reference and t.code = :progress")
                .setParameter("code", status.code())
                .setParameter("input", userInput.orElse(null))
                .setParameter("at", Columns.micros(at))
                .setParameter("none", TelesignTransactionEntity.NONE)
                .setParameter("waiting", TelesignTransactionEntity.WAITING)
                .setParameter("reference", reference)
                .setParameter("progress", StatusCode.IN_PROGRESS.code())
                .executeUpdate());
    }

    @Override
    public int forget(Instant before) {
        return database.call(em -> em.createQuery("delete from TelesignTransactionRow t where t.updated < :before"
                        + " and t.code <> :progress and t.callbackStatus <> :waiting")
                .setParameter("before", before)
                .setParameter("progress", StatusCode.IN_PROGRESS.code())
                .setParameter("waiting", TelesignTransactionEntity.WAITING)
                .executeUpdate());
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return database.call(em -> em.createQuery("select t from TelesignTransactionRow t"
                        + " where t.callbackStatus = :waiting and t.callbackNext <= :now"
                        + " order by t.callbackNext, t.reference", TelesignTransactionEntity.class)
                .setParameter("waiting", TelesignTransactionEntity.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Due(row.toCallback(), row.callbackAttempts, row.callbackNext))
                .toList());
    }

    @Override
    public boolean claim(Due due, Instant until) {
        return database.call(em -> em.createQuery("update TelesignTransactionRow t set t.callbackNext = :until"
                        + " where t.reference = :reference and t.callbackNext = :seen and t.callbackStatus = :waiting")
                .setParameter("until", Columns.micros(until))
                .setParameter("reference", reference(due.callback().sid()))
                .setParameter("seen", due.nextAttempt())
                .setParameter("waiting", TelesignTransactionEntity.WAITING)
                .executeUpdate()) > 0;
    }

    @Override
    public void delivered(CallbackSid sid) {
        attempted(sid, TelesignTransactionEntity.DELIVERED, Instant.EPOCH, "");
    }

    @Override
    public void failed(CallbackSid sid, Instant again, String failure) {
        attempted(sid, TelesignTransactionEntity.WAITING, again, failure);
    }

    @Override
    public void giveUp(CallbackSid sid, String failure) {
        attempted(sid, TelesignTransactionEntity.DEAD, Instant.EPOCH, failure);
    }

    private void attempted(CallbackSid sid, String status, Instant next, String failure) {
        database.run(em -> em.createQuery("update TelesignTransactionRow t set t.callbackStatus = :status,"
                        + " t.callbackAttempts = t.callbackAttempts + 1, t.callbackNext = :next,"
                        + " t.callbackFailure = :failure where t.reference = :reference")
                .setParameter("status", status)
                .setParameter("next", Columns.micros(next))
                .setParameter("failure", Columns.fit(failure, 512))
                .setParameter("reference", reference(sid))
                .executeUpdate());
    }

    private static String reference(CallbackSid sid) {
        return sid.value().substring(2).toUpperCase(Locale.ROOT);
    }
}
