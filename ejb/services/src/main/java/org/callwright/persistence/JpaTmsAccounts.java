package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Digests;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.tms.TmsAccountStore;

/** Accounts and tokens of the TMS dialect in the database. */
@ApplicationScoped
public class JpaTmsAccounts implements TmsAccountStore {

    private final Database database;

    /** For the container's proxy. */
    protected JpaTmsAccounts() {
        this(null);
    }

    @Inject
    public JpaTmsAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<TmsAccount> byToken(String token) {
        return database.call(em -> em.createQuery("select t from TmsTokenRow k"
                        + " join TmsAccountRow t on t.account = k.account join AccountRow a on a.sid = k.account"
                        + " where k.digest = :digest and a.status = :active", TmsAccountEntity.class)
                .setParameter("digest", digest(token))
                .setParameter("active", AccountStatus.ACTIVE.wireName())
                .getResultStream()
                .map(TmsAccountEntity::toValue)
                .findFirst());
    }

    @Override
    public void save(TmsAccount account, List<String> tokens) {
        database.run(em -> {
            row(em, account.account()).fromNumbers(account);
            List<String> digests = tokens.stream().map(JpaTmsAccounts::digest).distinct().toList();
            em.createQuery("delete from TmsTokenRow k where k.account = :account")
                    .setParameter("account", account.account().value())
                    .executeUpdate();
            digests.forEach(digest -> em.persist(TmsTokenEntity.of(digest, account.account().value())));
            em.flush();
        });
    }

    @Override
    public void keep(AccountSid account, Retention retention) {
        database.run(em -> row(em, account).retention = retention.days());
    }

    /** The account's row, which may be new. */
    private static TmsAccountEntity row(EntityManager em, AccountSid account) {
        TmsAccountEntity there = em.find(TmsAccountEntity.class, account.value());
        if (there != null) {
            return there;
        }
        TmsAccountEntity row = new TmsAccountEntity();
        row.account = account.value();
        em.persist(row);
        return row;
    }

    private static String digest(String token) {
        return Digests.sha256Hex(token);
    }
}
