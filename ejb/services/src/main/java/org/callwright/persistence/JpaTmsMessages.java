package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.accounts.Digests;
import org.callwright.call.value.AccountSid;
import org.callwright.settings.Settings;
import org.callwright.settings.TmsSettings;
import org.callwright.tms.Counts;
import org.callwright.tms.Detail;
import org.callwright.tms.Intake;
import org.callwright.tms.MessageOrder;
import org.callwright.tms.PageOf;
import org.callwright.tms.PageWanted;
import org.callwright.tms.Recipient;
import org.callwright.tms.RecipientList;
import org.callwright.tms.RecipientStatus;
import org.callwright.tms.SpooledIntake;
import org.callwright.tms.TmsMessage;
import org.callwright.tms.TmsMessages;

/** Messages and their recipients in the database. */
@ApplicationScoped
public class JpaTmsMessages implements TmsMessages {

    private static final int FLUSH = 20;

    private final Database database;
    private final Path folder;
    private final String publicBaseUrl;
    private final TmsSettings settings;
    private final Clock clock;

    /** For the container's proxy. */
    protected JpaTmsMessages() {
        this.database = null;
        this.folder = null;
        this.publicBaseUrl = null;
        this.settings = null;
        this.clock = null;
    }

    @Inject
    public JpaTmsMessages(Database database, Settings general, TmsSettings settings) {
        this(database, general, settings, Clock.systemUTC());
    }

    JpaTmsMessages(Database database, Settings general, TmsSettings settings, Clock clock) {
        this.database = database;
        this.folder = general.data().resolve("tmp");
        this.publicBaseUrl = general.publicBaseUrl();
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Intake intake() {
        return new SpooledIntake(folder, this::accept);
    }

    private TmsMessage accept(MessageOrder order, Iterable<List<String>> chunks) {
        TmsMessage message;
        try {
            message = database.call(em -> accepted(em, order, chunks));
        } catch (RuntimeException e) {
            if (!SqlTrouble.isTaken(e)) {
                throw e;
            }
            // The same request came twice at once, and the other one was faster.
            message = database.call(em -> accepted(em, order, chunks));
        }
        Durable.make(database);
        return message;
    }

    private TmsMessage accepted(EntityManager em, MessageOrder order, Iterable<List<String>> chunks) {
        Instant now = clock.instant();
        Optional<TmsRepeatEntity> repeat = repeat(em, order);
        Optional<TmsMessageEntity> same = repeat.filter(row -> row.created.plus(settings.repeatWindow()).isAfter(now))
                .map(row -> em.find(TmsMessageEntity.class, row.message))
                .filter(TmsMessageEntity::there);
        if (same.isPresent()) {
            return same.get().toValue();
        }
        TmsMessageEntity message = TmsMessageEntity.of(
                order, order.fromNumber().or(() -> defaultNumber(em, order.account())), now,
                now.plus(settings.limit()));
        em.persist(message);
        repeat.ifPresent(row -> {
            row.message = message.id;
            row.created = Columns.micros(now);
            em.persist(row);
        });
        em.flush();
        int position = 0;
        for (List<String> chunk : chunks) {
            em.persist(TmsChunkEntity.of(message.id, position++, chunk));
            if (position % FLUSH == 0) {
                em.flush();
                em.clear();
            }
        }
        return message.toValue();
    }

    /** The row of the same request, locked; a new one when there is none. */
    private Optional<TmsRepeatEntity> repeat(EntityManager em, MessageOrder order) {
        if (settings.repeatWindow().isZero()) {
            return Optional.empty();
        }
        return order.repeatKey().map(key -> {
            String id = order.account().value() + " " + Digests.sha256Hex(key);
            TmsRepeatEntity there = em.find(TmsRepeatEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (there != null) {
                return there;
            }
            TmsRepeatEntity row = new TmsRepeatEntity();
            row.id = id;
            row.created = Instant.EPOCH;
            return row;
        });
    }

    private static Optional<String> defaultNumber(EntityManager em, AccountSid account) {
        return Optional.ofNullable(em.find(TmsAccountEntity.class, account.value()))
                .flatMap(row -> row.fromNumbers().stream().findFirst());
    }

    @Override
    public Optional<TmsMessage> message(AccountSid account, long id) {
        return database.call(em -> Optional.ofNullable(em.find(TmsMessageEntity.class, id))
                .filter(row -> row.account.equals(account.value()) && row.there())
                .map(TmsMessageEntity::toValue));
    }

    @Override
    public Counts counts(TmsMessage message) {
        Map<RecipientStatus, Long> byStatus = new EnumMap<>(RecipientStatus.class);
        Map<Detail, Long> byDetail = new EnumMap<>(Detail.class);
        database.run(em -> em.createQuery("select r.status, r.detail, count(r) from TmsRecipientRow r"
                        + " where r.message = :message group by r.status, r.detail", Object[].class)
                .setParameter("message", message.id())
                .getResultList()
                .forEach(row -> {
                    RecipientStatus status = TmsRecipientEntity.status((String) row[0]);
                    byStatus.merge(status, (Long) row[2], Long::sum);
                    if (row[1] != null && (status == RecipientStatus.SENT || status == RecipientStatus.FAILED)) {
                        byDetail.merge(TmsRecipientEntity.detail((String) row[1]), (Long) row[2], Long::sum);
                    }
                }));
        return new Counts(byStatus, byDetail);
    }

    @Override
    public PageOf<TmsMessage> messages(AccountSid account, PageWanted page) {
        String order = page.oldestFirst() ? " order by m.account, m.id" : " order by m.account desc, m.id desc";
        return database.call(em -> {
            String from = " from TmsMessageRow m where m.account = :account and m.status <> :removed";
            long total = em.createQuery("select count(m)" + from, Long.class)
                    .setParameter("account", account.value())
                    .setParameter("removed", TmsMessageEntity.REMOVED)
                    .getSingleResult();
            return new PageOf<>(page(em.createQuery("select m" + from + order, TmsMessageEntity.class), page)
                    .setParameter("account", account.value())
                    .setParameter("removed", TmsMessageEntity.REMOVED)
                    .getResultStream().map(TmsMessageEntity::toValue).toList(), total);
        });
    }

    private static <T> TypedQuery<T> page(TypedQuery<T> query, PageWanted page) {
        long first = (page.number() - 1L) * page.size();
        return query.setFirstResult((int) Math.min(first, Integer.MAX_VALUE)).setMaxResults(page.size());
    }

    @Override
    public PageOf<Recipient> recipients(TmsMessage message, RecipientList list, PageWanted page) {
        String from = " from TmsRecipientRow r where r.message = :message" + condition(list);
        String order = page.oldestFirst() ? " order by r.message, r.id" : " order by r.message desc, r.id desc";
        return database.call(em -> {
            long total = em.createQuery("select count(r)" + from, Long.class)
                    .setParameter("message", message.id())
                    .getSingleResult();
            return new PageOf<>(page(em.createQuery("select r" + from + order, TmsRecipientEntity.class), page)
                    .setParameter("message", message.id())
                    .getResultStream().map(TmsRecipientEntity::toValue).toList(), total);
        });
    }

    private static String condition(RecipientList list) {
        return switch (list) {
            case ALL -> "";
            case SENT, FAILED -> " and r.status = '" + RecipientStatus.valueOf(list.name()).wireName() + "'";
            case HUMAN, MACHINE -> condition(RecipientList.SENT) + detail(list);
            case BUSY, NO_ANSWER, COULD_NOT_CONNECT -> condition(RecipientList.FAILED) + detail(list);
        };
    }

    private static String detail(RecipientList list) {
        return " and r.detail = '" + Detail.valueOf(list.name()).wireName() + "'";
    }

    @Override
    public Optional<Recipient> recipient(TmsMessage message, long id) {
        return database.call(em -> Optional.ofNullable(em.find(TmsRecipientEntity.class, id))
                .filter(row -> row.message == message.id())
                .map(TmsRecipientEntity::toValue));
    }

    /** In two transactions that lock rows in the order in which builder and dialler do. */
    @Override
    public TmsMessage cancel(TmsMessage message) {
        Instant now = clock.instant();
        database.run(em -> {
            em.createQuery("delete from TmsChunkRow c where c.message = :id")
                    .setParameter("id", message.id())
                    .executeUpdate();
            em.createQuery("update TmsMessageRow m set m.canceled = true where m.id = :id and m.status in :live")
                    .setParameter("id", message.id())
                    .setParameter("live", TmsRows.LIVE)
                    .executeUpdate();
        });
        return database.call(em -> {
            if (!new TmsTelling(em, publicBaseUrl).wanted(message.account().value(), RecipientStatus.CANCELED)) {
                TmsRows.finishWaiting(em, message.id(), RecipientStatus.CANCELED, now);
            }
            TmsRows.complete(em, List.of(message.id()), now);
            return Optional.ofNullable(em.find(TmsMessageEntity.class, message.id()))
                    .filter(TmsMessageEntity::there)
                    .map(TmsMessageEntity::toValue)
                    .orElse(message);
        });
    }
}
