package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callwright.call.value.CallStatus;
import org.callwright.settings.Settings;
import org.callwright.settings.TmsSettings;
import org.callwright.tms.Detail;
import org.callwright.tms.OutcomeStore;
import org.callwright.tms.RecipientStatus;
import org.callwright.tms.Result;

/** Attempts and their results in the database. An attempt is under way as long as its call's SID is in its row. */
@ApplicationScoped
public class JpaTmsOutcomes implements OutcomeStore {

    private static final List<String> ENDED = Stream.of(CallStatus.values())
            .filter(CallStatus::terminal)
            .map(CallStatus::wireName)
            .toList();
    private static final int BATCH = 500;

    private final Database database;
    private final String publicBaseUrl;
    private final Duration repeatWindow;

    /** For the container's proxy. */
    protected JpaTmsOutcomes() {
        this.database = null;
        this.publicBaseUrl = null;
        this.repeatWindow = null;
    }

    @Inject
    public JpaTmsOutcomes(Database database, Settings settings, TmsSettings tms) {
        this.database = database;
        this.publicBaseUrl = settings.publicBaseUrl();
        this.repeatWindow = tms.repeatWindow();
    }

    @Override
    public List<Ended> ended(int most) {
        return database.call(em -> em.createQuery("select r, m, c, t from TmsRecipientRow r"
                        + " join TmsMessageRow m on m.id = r.message join CallRow c on c.sid = r.call"
                        + " left join MessageRow t on t.call = r.call where r.call > '' and c.status in :ended",
                        Object[].class)
                .setParameter("ended", ENDED)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Ended(((TmsRecipientEntity) row[0]).toAttempt(),
                        chances((TmsRecipientEntity) row[0], (TmsMessageEntity) row[1]),
                        ((CallEntity) row[2]).toValue(),
                        Optional.ofNullable((MessageEntity) row[3]).map(MessageEntity::toValue)))
                .toList());
    }

    private static Chances chances(TmsRecipientEntity row, TmsMessageEntity message) {
        return new Chances(row.attempts, message.retries, Duration.ofSeconds(message.retrySeconds), message.canceled);
    }

    @Override
    public List<Silent> withoutRecord(Instant before, int most) {
        return database.call(em -> em.createQuery("select r, m from TmsRecipientRow r"
                        + " join TmsMessageRow m on m.id = r.message where r.call > '' and r.claimed < :before"
                        + " and not exists (select 1 from CallRow c where c.sid = r.call)", Object[].class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Silent(((TmsRecipientEntity) row[0]).toAttempt(),
                        chances((TmsRecipientEntity) row[0], (TmsMessageEntity) row[1]),
                        ((TmsRecipientEntity) row[0]).claimed))
                .toList());
    }

    @Override
    public void settle(List<Result> results, Instant now) {
        database.run(em -> {
            TmsTelling telling = new TmsTelling(em, publicBaseUrl);
            Set<Long> messages = new HashSet<>();
            for (Result result : results) {
                if (settled(em, result, now) && result.status().last()) {
                    messages.add(result.attempt().message());
                    tell(em, telling, result, now);
                }
            }
            TmsRows.complete(em, messages, now);
        });
    }

    private static boolean settled(EntityManager em, Result result, Instant now) {
        return em.createQuery("update TmsRecipientRow r set r.status = :status, r.call = null,"
                        + " r.attempts = r.attempts - :uncounted, r.nextCall = :again,"
                        + " r.detail = coalesce(:detail, r.detail), r.error = :error, r.completed = :completed"
                        + " where r.id = :id and r.call = :call")
                .setParameter("status", result.status().wireName())
                .setParameter("uncounted", result.counted() ? 0 : 1)
                .setParameter("again", Columns.micros(result.again()))
                .setParameter("detail", result.detail().map(Detail::wireName).orElse(null))
                .setParameter("error", Columns.fit(result.error(), 512))
                .setParameter("completed", result.status().last() ? Columns.micros(now) : null)
                .setParameter("id", result.attempt().recipient())
                .setParameter("call", result.attempt().call().value())
                .executeUpdate() > 0;
    }

    private static void tell(EntityManager em, TmsTelling telling, Result result, Instant now) {
        if (telling.wanted(result.attempt().account().value(), result.status())) {
            telling.tell(em.find(TmsRecipientEntity.class, result.attempt().recipient()), now);
        }
    }

    @Override
    public void tidy(Instant now) {
        database.run(em -> em.createQuery("delete from TmsRepeatRow e where e.created < :before")
                .setParameter("before", Columns.micros(now.minus(repeatWindow)))
                .executeUpdate());
        expired(now).forEach(message -> finish(message, false, RecipientStatus.INCONCLUSIVE, now));
        canceled().forEach(message -> finish(message, true, RecipientStatus.CANCELED, now));
        database.run(em -> TmsRows.complete(em, now));
    }

    private List<Long> expired(Instant now) {
        return database.call(em -> em.createQuery("select m.id from TmsMessageRow m"
                        + " where m.status in :live and m.expires <= :now order by m.id", Long.class)
                .setParameter("live", TmsRows.LIVE)
                .setParameter("now", now)
                .getResultList());
    }

    private List<Long> canceled() {
        return database.call(em -> em.createQuery("select m.id from TmsMessageRow m"
                        + " where m.status in :live and m.canceled = true order by m.id", Long.class)
                .setParameter("live", TmsRows.LIVE)
                .getResultList());
    }

    private void finish(long message, boolean waiting, RecipientStatus status, Instant now) {
        database.run(em -> em.createQuery("delete from TmsChunkRow c where c.message = :message")
                .setParameter("message", message)
                .executeUpdate());
        int finished = BATCH;
        while (finished == BATCH) {
            finished = database.call(em -> TmsRows.finish(
                    em, new TmsTelling(em, publicBaseUrl), message, waiting, status, now, BATCH));
        }
    }

    @Override
    public Set<Long> live(Set<Long> messages) {
        return messages.isEmpty() ? Set.of() : database.call(em -> Set.copyOf(em.createQuery(
                        "select m.id from TmsMessageRow m where m.id in :messages and m.status in :live", Long.class)
                .setParameter("messages", messages)
                .setParameter("live", TmsRows.LIVE)
                .getResultList()));
    }
}
