package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.Keeper;
import org.callwright.cleanup.messages.OldMessages;

/**
 * Completed messages of the TMS dialect as the database has them. What a message's webhooks are told is in the outbox
 * of callbacks from the transaction on that completes it, so none is added to a completed message.
 */
@ApplicationScoped
public class JpaOldMessages implements OldMessages {

    private static final String READY = " m.id in :messages and m.status = :completed and not exists"
            + " (select 1 from CallbackRow c where c.message = m.id and c.status <> :dead)";

    private final Database database;

    /** For the container's proxy. */
    protected JpaOldMessages() {
        this(null);
    }

    @Inject
    public JpaOldMessages(Database database) {
        this.database = database;
    }

    @Override
    public List<Keeper> keepers(String after, int most) {
        return database.call(em -> em
                .createQuery("select a.sid, a.status, t.retention from AccountRow a"
                        + " left join TmsAccountRow t on t.account = a.sid where a.sid > :after order by a.sid",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Keeper(new AccountSid((String) row[0]),
                        row[1].equals(AccountStatus.CLOSED.wireName()),
                        Optional.ofNullable((Integer) row[2]).map(Retention::new)))
                .toList());
    }

    @Override
    public List<Over> over(AccountSid account, Instant before, Optional<Over> after, int most) {
        return database.call(em -> em
                .createQuery("select m.id, m.completed from TmsMessageRow m where m.account = :account"
                        + " and m.status = :completed and m.completed < :before and m.completed >= :time"
                        + " and (m.completed > :time or m.id > :id) order by m.account, m.completed, m.id",
                        Object[].class)
                .setParameter("account", account.value())
                .setParameter("completed", TmsMessageEntity.COMPLETED)
                .setParameter("before", before)
                .setParameter("time", after.map(Over::completed).orElse(Instant.EPOCH))
                .setParameter("id", after.map(Over::id).orElse(0L))
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Over((Long) row[0], (Instant) row[1]))
                .toList());
    }

    @Override
    public Weight weigh(Collection<Long> messages) {
        return messages.isEmpty() ? new Weight(0, 0) : database.call(em -> {
            List<Long> ready = em.createQuery("select m.id from TmsMessageRow m where" + READY, Long.class)
                    .setParameter("messages", messages)
                    .setParameter("completed", TmsMessageEntity.COMPLETED)
                    .setParameter("dead", CallbackEntity.DEAD)
                    .getResultList();
            return new Weight(ready.size(), ready.isEmpty() ? 0 : em
                    .createQuery("select count(r) from TmsRecipientRow r where r.message in :ready", Long.class)
                    .setParameter("ready", ready)
                    .getSingleResult());
        });
    }

    @Override
    public Set<Long> mark(Collection<Long> messages) {
        return messages.isEmpty() ? Set.of() : database.call(em -> {
            em.createQuery("update TmsMessageRow m set m.status = :removed where" + READY)
                    .setParameter("removed", TmsMessageEntity.REMOVED)
                    .setParameter("messages", messages)
                    .setParameter("completed", TmsMessageEntity.COMPLETED)
                    .setParameter("dead", CallbackEntity.DEAD)
                    .executeUpdate();
            return Set.copyOf(em.createQuery("select m.id from TmsMessageRow m"
                            + " where m.id in :messages and m.status = :removed", Long.class)
                    .setParameter("messages", messages)
                    .setParameter("removed", TmsMessageEntity.REMOVED)
                    .getResultList());
        });
    }

    @Override
    public Set<Long> marked(int most) {
        return database.call(em -> Set.copyOf(em
                .createQuery("select m.id from TmsMessageRow m where m.status = :removed", Long.class)
                .setParameter("removed", TmsMessageEntity.REMOVED)
                .setMaxResults(most)
                .getResultList()));
    }

    /** In the order of their ids: two that remove the same ones wait for each other, and neither for ever. */
    @Override
    public int removeRecipients(Collection<Long> messages, int most) {
        return messages.isEmpty() ? 0 : database.call(em -> {
            List<Long> recipients = em.createQuery("select r.id from TmsRecipientRow r where r.message in"
                            + " (select m.id from TmsMessageRow m where m.id in :messages and m.status = :removed)"
                            + " order by r.id", Long.class)
                    .setParameter("messages", messages)
                    .setParameter("removed", TmsMessageEntity.REMOVED)
                    .setMaxResults(most)
                    .getResultList();
            return recipients.isEmpty() ? 0 : em.createQuery("delete from TmsRecipientRow r where r.id in :recipients")
                    .setParameter("recipients", recipients)
                    .executeUpdate();
        });
    }

    @Override
    public int remove(Collection<Long> messages) {
        return messages.isEmpty() ? 0 : database.call(em -> {
            List<Long> empty = em.createQuery("select m.id from TmsMessageRow m"
                            + " where m.id in :messages and m.status = :removed"
                            + " and not exists (select 1 from TmsRecipientRow r where r.message = m.id)", Long.class)
                    .setParameter("messages", messages)
                    .setParameter("removed", TmsMessageEntity.REMOVED)
                    .getResultList();
            if (empty.isEmpty()) {
                return 0;
            }
            em.createQuery("delete from CallbackRow c where c.message in :empty")
                    .setParameter("empty", empty)
                    .executeUpdate();
            return em.createQuery("delete from TmsMessageRow m where m.id in :empty")
                    .setParameter("empty", empty)
                    .executeUpdate();
        });
    }
}
