package org.callwright.provisioning;

import java.util.Optional;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Retention;
import org.callwright.accounts.Role;
import org.callwright.call.value.RecordingFormat;

/**
 * What somebody wants an account to be; on a change, what is empty stays as it is.
 *
 * @param retention of recordings, in full: what a change leaves alone has its present value here, and empty leaves it to
 *     the server
 * @param recordings what recordings are written as
 */
public record AccountRequest(
        Optional<String> email,
        Optional<String> password,
        Optional<String> friendlyName,
        Optional<AccountStatus> status,
        Optional<Role> role,
        Optional<OrganizationSid> organization,
        Optional<Retention> retention,
        Optional<RecordingFormat> recordings) {

    /** Says nothing of the format of recordings. */
    public AccountRequest(Optional<String> email, Optional<String> password, Optional<String> friendlyName,
            Optional<AccountStatus> status, Optional<Role> role, Optional<OrganizationSid> organization,
            Optional<Retention> retention) {
        this(email, password, friendlyName, status, role, organization, retention, Optional.empty());
    }

    @Override
    public String toString() {
        return "AccountRequest[" + email + "]";
    }
}
