package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.value.AccountSid;
import org.callwright.settings.Settings;
import org.callwright.tms.ChunkStore;

/**
 * Pieces of recipients' lists in the database. Whoever builds a piece removes it first, in the same transaction: a
 * second server that wants to do the same finds nothing, and after a crash it is all there or all done.
 */
@ApplicationScoped
public class JpaTmsChunks implements ChunkStore {

    private final Database database;
    private final String publicBaseUrl;

    /** For the container's proxy. */
    protected JpaTmsChunks() {
        this.database = null;
        this.publicBaseUrl = null;
    }

    @Inject
    public JpaTmsChunks(Database database, Settings settings) {
        this.database = database;
        this.publicBaseUrl = settings.publicBaseUrl();
    }

    @Override
    public Optional<Chunk> next() {
        return database.call(em -> em.createQuery(
                        "select c.id from TmsChunkRow c order by c.position, c.message", Long.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(id -> em.find(TmsChunkEntity.class, id))
                .map(row -> new Chunk(row.message, row.position,
                        new AccountSid(em.find(TmsMessageEntity.class, row.message).account), row.phones())));
    }

    @Override
    public void build(Chunk chunk, List<Entry> entries, Instant now) {
        database.run(em -> {
            int there = em.createQuery("delete from TmsChunkRow c where c.message = :message and c.position = :position")
                    .setParameter("message", chunk.message())
                    .setParameter("position", chunk.position())
                    .executeUpdate();
            TmsMessageEntity message = em.find(TmsMessageEntity.class, chunk.message());
            if (there > 0 && !message.canceled) {
                add(em, message, entries, now);
            }
            if (there > 0) {
                builtIfWhole(em, chunk.message());
                TmsRows.complete(em, List.of(chunk.message()), now);
            }
        });
    }

    private void add(EntityManager em, TmsMessageEntity message, List<Entry> entries, Instant now) {
        Map<String, Entry> once = new LinkedHashMap<>();
        entries.forEach(entry -> once.putIfAbsent(TmsRecipientEntity.phoneKey(entry), entry));
        Set<String> present = new HashSet<>(em.createQuery("select r.phoneKey from TmsRecipientRow r"
                        + " where r.message = :message and r.phoneKey in :keys", String.class)
                .setParameter("message", message.id)
                .setParameter("keys", once.keySet())
                .getResultList());
        once.keySet().removeAll(present);
        TmsTelling telling = new TmsTelling(em, publicBaseUrl);
        for (Entry entry : once.values()) {
            TmsRecipientEntity row = TmsRecipientEntity.of(message, entry, now);
            em.persist(row);
            telling.tell(row, now);
        }
        em.flush();
    }

    /** Who was built first may have been called by now. */
    private static void builtIfWhole(EntityManager em, long message) {
        em.createQuery("update TmsMessageRow m set m.status = case when exists (select 1 from TmsRecipientRow r"
                        + " where r.message = m.id and r.sent is not null) then :sending else :queued end"
                        + " where m.id = :message and m.status = :new"
                        + " and not exists (select 1 from TmsChunkRow c where c.message = m.id)")
                .setParameter("sending", TmsMessageEntity.SENDING)
                .setParameter("queued", TmsMessageEntity.QUEUED)
                .setParameter("message", message)
                .setParameter("new", TmsMessageEntity.NEW)
                .executeUpdate();
    }
}
