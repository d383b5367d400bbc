package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Retention;
import org.callwright.accounts.TokenHash;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingFormat;

/** Row of an account. */
@Entity(name = "AccountRow")
@Table(name = "account")
class AccountEntity {

    @Id
    String sid;
    @Column(name = "organization_sid")
    String organization;
    @Column(name = "parent_sid")
    String parent;
    String email;
    @Column(name = "friendly_name")
    String friendlyName;
    String status;
    String role;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "recording_retention_days")
    Integer retention;
    @Column(name = "recording_format")
    String recordings;
    Instant created;
    Instant updated;

    static AccountEntity of(Account account) {
        AccountEntity row = new AccountEntity();
        row.sid = account.sid().value();
        row.organization = account.organization().value();
        row.parent = account.parent().map(AccountSid::value).orElse(null);
        row.email = account.email();
        row.friendlyName = Columns.fit(account.friendlyName(), 255);
        row.status = account.status().wireName();
        row.role = account.role();
        row.tokenHash = account.token().stored();
        row.retention = account.retention().map(Retention::days).orElse(null);
        row.recordings = account.recordings().wireName();
        row.created = Columns.micros(account.created());
        row.updated = Columns.micros(account.updated());
        return row;
    }

    Account toValue() {
        return new Account(
                new AccountSid(sid),
                new OrganizationSid(organization),
                Optional.ofNullable(parent).map(AccountSid::new),
                email,
                friendlyName,
                AccountStatus.parse(status).orElseThrow(),
                role,
                TokenHash.parse(tokenHash),
                Optional.ofNullable(retention).map(Retention::new),
                RecordingFormat.named(recordings).orElseThrow(),
                created,
                updated);
    }
}
