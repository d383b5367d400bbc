package org.callwright.telesign.web;

import java.util.List;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;

/** A store of one account. */
record OneAccount(Account only) implements AccountStore {

    @Override
    public Optional<Account> account(AccountSid sid) {
        return Optional.of(only).filter(account -> account.sid().equals(sid));
    }

    @Override
    public Optional<Account> accountByEmail(String lowerCaseEmail) {
        return Optional.empty();
    }

    @Override
    public List<Account> children(AccountSid parent) {
        return List.of();
    }

    @Override
    public void add(Account account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(Account account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Organization> organization(OrganizationSid sid) {
        return Optional.empty();
    }

    @Override
    public Optional<Organization> organizationByDomain(String lowerCaseDomain) {
        return Optional.empty();
    }

    @Override
    public void save(Organization organization) {
        throw new UnsupportedOperationException();
    }
}
