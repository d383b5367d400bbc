package org.callwright.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/** Accounts and organizations in memory. */
public final class MemoryAccounts implements AccountStore {

    private final Map<AccountSid, Account> accounts = new LinkedHashMap<>();
    private final Map<OrganizationSid, Organization> organizations = new LinkedHashMap<>();

    @Override
    public Optional<Account> account(AccountSid sid) {
        return Optional.ofNullable(accounts.get(sid));
    }

    @Override
    public Optional<Account> accountByEmail(String lowerCaseEmail) {
        return accounts.values().stream().filter(account -> account.email().equals(lowerCaseEmail)).findFirst();
    }

    @Override
    public List<Account> children(AccountSid parent) {
        return accounts.values().stream().filter(account -> account.parent().equals(Optional.of(parent))).toList();
    }

    @Override
    public void add(Account account) {
        save(account);
    }

    @Override
    public void save(Account account) {
        accounts.put(account.sid(), account);
    }

    @Override
    public Optional<Organization> organization(OrganizationSid sid) {
        return Optional.ofNullable(organizations.get(sid));
    }

    @Override
    public Optional<Organization> organizationByDomain(String lowerCaseDomain) {
        return organizations.values().stream().filter(o -> o.domain().equals(lowerCaseDomain)).findFirst();
    }

    @Override
    public void save(Organization organization) {
        organizations.put(organization.sid(), organization);
    }
}
