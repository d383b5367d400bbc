package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;

/** Accounts and organizations in the database. */
@ApplicationScoped
public class JpaAccountStore implements AccountStore {

    private final Database database;

    /** For the container's proxy. */
    protected JpaAccountStore() {
        this(null);
    }

    @Inject
    public JpaAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Account> account(AccountSid sid) {
        return database.call(em -> Optional.ofNullable(em.find(AccountEntity.class, sid.value()))
                .map(AccountEntity::toValue));
    }

    @Override
    public Optional<Account> accountByEmail(String lowerCaseEmail) {
        return database.call(em -> em
                .createQuery("select a from AccountRow a where a.email = :email", AccountEntity.class)
                .setParameter("email", lowerCaseEmail)
                .getResultStream()
                .findFirst()
                .map(AccountEntity::toValue));
    }

    @Override
    public List<Account> children(AccountSid parent) {
        return database.call(em -> em
                .createQuery("select a from AccountRow a where a.parent = :parent order by a.sid", AccountEntity.class)
                .setParameter("parent", parent.value())
                .getResultStream()
                .map(AccountEntity::toValue)
                .toList());
    }

    @Override
    public void add(Account account) {
        database.run(em -> {
            em.persist(AccountEntity.of(account));
            em.flush();
        });
    }

    @Override
    public void save(Account account) {
        database.run(em -> em.merge(AccountEntity.of(account)));
    }

    @Override
    public Optional<Organization> organization(OrganizationSid sid) {
        return database.call(em -> Optional.ofNullable(em.find(OrganizationEntity.class, sid.value()))
                .map(OrganizationEntity::toValue));
    }

    @Override
    public Optional<Organization> organizationByDomain(String lowerCaseDomain) {
        return database.call(em -> em
                .createQuery("select o from OrganizationRow o where o.domain = :domain", OrganizationEntity.class)
                .setParameter("domain", lowerCaseDomain)
                .getResultStream()
                .findFirst()
                .map(OrganizationEntity::toValue));
    }

    @Override
    public void save(Organization organization) {
        database.run(em -> em.merge(OrganizationEntity.of(organization)));
    }
}
