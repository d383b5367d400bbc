package org.callwright.accounts;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingFormat;

/**
 * An account.
 *
 * @param parent whose sub-account it is; empty for the super admin
 * @param email lower-case, unique
 * @param role name of a {@link Role}
 * @param retention of its recordings; empty: as the server's setting says
 * @param recordings what they are written as
 */
public record Account(
        AccountSid sid,
        OrganizationSid organization,
        Optional<AccountSid> parent,
        String email,
        String friendlyName,
        AccountStatus status,
        String role,
        TokenHash token,
        Optional<Retention> retention,
        RecordingFormat recordings,
        Instant created,
        Instant updated) {

    /** An account that chose nothing for its recordings. */
    public Account(AccountSid sid, OrganizationSid organization, Optional<AccountSid> parent, String email,
            String friendlyName, AccountStatus status, String role, TokenHash token, Instant created, Instant updated) {
        this(sid, organization, parent, email, friendlyName, status, role, token, Optional.empty(),
                RecordingFormat.WAV, created, updated);
    }

    /** The SID that an account created for this e-mail address gets. */
    public static AccountSid sidOf(String email) {
        return new AccountSid("AC" + Digests.md5Hex(email.toLowerCase(Locale.ROOT)));
    }

    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }

    /** The super admin is the top of the tree. */
    public boolean superAdmin() {
        return parent.isEmpty() && active();
    }
}
