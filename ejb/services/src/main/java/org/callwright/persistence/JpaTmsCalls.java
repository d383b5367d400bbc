package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.callwright.accounts.AccountStatus;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.settings.Settings;
import org.callwright.tms.Attempt;
import org.callwright.tms.DialStore;
import org.callwright.tms.RecipientStatus;

/** Whom to call, in the database. A claim takes away the time of the next call, but only the one that was seen. */
@ApplicationScoped
public class JpaTmsCalls implements DialStore {

    private final Database database;
    private final String publicBaseUrl;

    /** For the container's proxy. */
    protected JpaTmsCalls() {
        this.database = null;
        this.publicBaseUrl = null;
    }

    @Inject
    public JpaTmsCalls(Database database, Settings settings) {
        this.database = database;
        this.publicBaseUrl = settings.publicBaseUrl();
    }

    @Override
    public List<AccountSid> accounts() {
        return database.call(em -> em.createQuery("select distinct m.account from TmsMessageRow m"
                        + " join AccountRow a on a.sid = m.account where m.status in :live and a.status = :active"
                        + " order by m.account", String.class)
                .setParameter("live", TmsRows.LIVE)
                .setParameter("active", AccountStatus.ACTIVE.wireName())
                .getResultStream()
                .map(AccountSid::new)
                .toList());
    }

    @Override
    public List<Due> due(AccountSid account, Instant now, int most) {
        return database.call(em -> em.createQuery("select r, m from TmsRecipientRow r"
                        + " join TmsMessageRow m on m.id = r.message where r.account = :account and r.nextCall <= :now"
                        + " and m.canceled = false order by r.account, r.nextCall, r.id", Object[].class)
                .setParameter("account", account.value())
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> due((TmsRecipientEntity) row[0], (TmsMessageEntity) row[1]))
                .toList());
    }

    private static Due due(TmsRecipientEntity row, TmsMessageEntity message) {
        return new Due(row.id, message.toValue(), row.formatted, row.attempts, row.nextCall);
    }

    @Override
    public List<Claim> claim(List<Due> due, Supplier<CallSid> calls, Instant now) {
        List<Claim> claims = database.call(em -> claimed(em, due, calls, now));
        if (!claims.isEmpty()) {
            Durable.make(database);
        }
        return claims;
    }

    private List<Claim> claimed(EntityManager em, List<Due> due, Supplier<CallSid> calls, Instant now) {
        List<Claim> claims = new ArrayList<>();
        TmsTelling telling = new TmsTelling(em, publicBaseUrl);
        for (Due one : due) {
            CallSid call = calls.get();
            if (claimed(em, one, call, now)) {
                claims.add(new Claim(one, new Attempt(
                        one.recipient(), one.message().id(), one.message().account(), call)));
                tellFirst(em, telling, one, now);
            }
        }
        begun(em, claims.stream().map(claim -> claim.attempt().message()).collect(Collectors.toSet()));
        return claims;
    }

    private static boolean claimed(EntityManager em, Due due, CallSid call, Instant now) {
        return em.createQuery("update TmsRecipientRow r set r.status = :sending, r.attempts = r.attempts + 1,"
                        + " r.call = :call, r.claimed = :now, r.sent = coalesce(r.sent, :now), r.nextCall = null"
                        + " where r.id = :id and r.nextCall = :seen")
                .setParameter("sending", TmsRecipientEntity.SENDING)
                .setParameter("call", call.value())
                .setParameter("now", Columns.micros(now))
                .setParameter("id", due.recipient())
                .setParameter("seen", due.seen())
                .executeUpdate() > 0;
    }

    private static void tellFirst(EntityManager em, TmsTelling telling, Due due, Instant now) {
        if (due.attempts() == 0 && telling.wanted(due.message().account().value(), RecipientStatus.SENDING)) {
            telling.tell(em.find(TmsRecipientEntity.class, due.recipient()), now);
        }
    }

    private static void begun(EntityManager em, Set<Long> messages) {
        if (!messages.isEmpty()) {
            em.createQuery("update TmsMessageRow m set m.status = :sending"
                            + " where m.id in :messages and m.status = :queued")
                    .setParameter("sending", TmsMessageEntity.SENDING)
                    .setParameter("messages", messages)
                    .setParameter("queued", TmsMessageEntity.QUEUED)
                    .executeUpdate();
        }
    }

    @Override
    public void giveBack(List<Attempt> attempts, Instant next) {
        database.run(em -> attempts.forEach(attempt -> em.createQuery("update TmsRecipientRow r"
                        + " set r.attempts = r.attempts - 1, r.call = null, r.nextCall = :next"
                        + " where r.id = :id and r.call = :call")
                .setParameter("next", Columns.micros(next))
                .setParameter("id", attempt.recipient())
                .setParameter("call", attempt.call().value())
                .executeUpdate()));
    }

    @Override
    public void postpone(List<Due> due, Instant next) {
        database.run(em -> due.forEach(one -> em.createQuery("update TmsRecipientRow r set r.nextCall = :next"
                        + " where r.id = :id and r.nextCall = :seen")
                .setParameter("next", Columns.micros(next))
                .setParameter("id", one.recipient())
                .setParameter("seen", one.seen())
                .executeUpdate()));
    }
}
