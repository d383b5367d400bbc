package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.callwright.tms.RecipientStatus;

/** What several of the dialect's stores do with its rows, within their transactions. */
final class TmsRows {

    /** Of messages that are not completed. */
    static final List<String> LIVE =
            List.of(TmsMessageEntity.NEW, TmsMessageEntity.QUEUED, TmsMessageEntity.SENDING);
    /** Of recipients that have no final status. */
    static final List<String> OPEN = List.of(TmsRecipientEntity.NEW, TmsRecipientEntity.SENDING);

    private static final String COMPLETE = "update TmsMessageRow m set m.status = :completed, m.completed = :now"
            + " where m.status in :live"
            + " and not exists (select 1 from TmsChunkRow c where c.message = m.id)"
            + " and not exists (select 1 from TmsRecipientRow r where r.message = m.id and r.status in :open)";

    private TmsRows() {
    }

    /** Completes those of these messages that nobody is left of. */
    static void complete(EntityManager em, Collection<Long> messages, Instant now) {
        if (!messages.isEmpty()) {
            completion(em, " and m.id in :messages", now).setParameter("messages", messages).executeUpdate();
        }
    }

    /** Completes all messages that nobody is left of. */
    static void complete(EntityManager em, Instant now) {
        completion(em, "", now).executeUpdate();
    }

    private static Query completion(EntityManager em, String which, Instant now) {
        return em.createQuery(COMPLETE + which)
                .setParameter("completed", TmsMessageEntity.COMPLETED)
                .setParameter("now", Columns.micros(now))
                .setParameter("live", LIVE)
                .setParameter("open", OPEN);
    }

    /** Gives all recipients that no call is under way to this status, as the last one, and tells nobody. */
    static void finishWaiting(EntityManager em, long message, RecipientStatus status, Instant now) {
        em.createQuery("update TmsRecipientRow r set r.status = :status, r.completed = :now, r.nextCall = null"
                        + " where r.message = :message and r.status in :open and r.nextCall is not null")
                .setParameter("status", status.wireName())
                .setParameter("now", Columns.micros(now))
                .setParameter("message", message)
                .setParameter("open", OPEN)
                .executeUpdate();
    }

    /**
     * Gives recipients without a result this status, as the last one.
     *
     * @param waiting only those that no call is under way to
     * @return how many
     */
    static int finish(EntityManager em, TmsTelling telling, long message, boolean waiting, RecipientStatus status,
            Instant now, int most) {
        List<TmsRecipientEntity> rows = em.createQuery("select r from TmsRecipientRow r where r.message = :message"
                        + " and r.status in :open" + (waiting ? " and r.nextCall is not null" : ""),
                        TmsRecipientEntity.class)
                .setParameter("message", message)
                .setParameter("open", OPEN)
                .setMaxResults(most)
                .getResultList();
        rows.forEach(row -> finish(em, telling, row, status, now));
        return rows.size();
    }

    /** Nothing happens when somebody has begun or ended an attempt meanwhile. */
    private static void finish(EntityManager em, TmsTelling telling, TmsRecipientEntity row, RecipientStatus status,
            Instant now) {
        em.detach(row);
        int changed = em.createQuery("update TmsRecipientRow r set r.status = :status, r.completed = :now,"
                        + " r.nextCall = null, r.call = null where r.id = :id and r.status = :seen"
                        + " and coalesce(r.call, '') = :call")
                .setParameter("status", status.wireName())
                .setParameter("now", Columns.micros(now))
                .setParameter("id", row.id)
                .setParameter("seen", row.status)
                .setParameter("call", row.call == null ? "" : row.call)
                .executeUpdate();
        if (changed > 0) {
            row.status = status.wireName();
            row.completed = Columns.micros(now);
            telling.tell(row, now);
        }
    }
}
