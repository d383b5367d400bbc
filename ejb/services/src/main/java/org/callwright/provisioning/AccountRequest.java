package org.callwright.provisioning;

import java.util.Optional;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Role;

/** What somebody wants an account to be; on a change, what is empty stays as it is. */
public record AccountRequest(
        Optional<String> email,
        Optional<String> password,
        Optional<String> friendlyName,
        Optional<AccountStatus> status,
        Optional<Role> role,
        Optional<OrganizationSid> organization) {

    @Override
    public String toString() {
        return "AccountRequest[" + email + "]";
    }
}
