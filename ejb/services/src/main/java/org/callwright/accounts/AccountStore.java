package org.callwright.accounts;

import java.util.List;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/** Where accounts and organizations are kept. Saving creates or replaces by SID. */
public interface AccountStore {

    Optional<Account> account(AccountSid sid);

    Optional<Account> accountByEmail(String lowerCaseEmail);

    List<Account> children(AccountSid parent);

    /** Fails when there is one with this SID or e-mail address, also one that somebody else adds at the same time. */
    void add(Account account);

    /** Creates or replaces. */
    void save(Account account);

    Optional<Organization> organization(OrganizationSid sid);

    Optional<Organization> organizationByDomain(String lowerCaseDomain);

    void save(Organization organization);
}
