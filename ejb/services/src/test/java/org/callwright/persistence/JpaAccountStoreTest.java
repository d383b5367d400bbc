package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Retention;
import org.callwright.accounts.TokenHash;
import org.callwright.call.value.RecordingFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaAccountStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");

    private final TestDatabase database = new TestDatabase();
    private final JpaAccountStore store = new JpaAccountStore(database);

    @AfterEach
    void close() {
        database.close();
    }

    private Account account(String email, Optional<Account> parent) {
        return new Account(Account.sidOf(email), OrganizationSid.ofDomain("default"), parent.map(Account::sid), email,
                "Someone", AccountStatus.ACTIVE, "Administrator", TokenHash.of("token of " + email), NOW, NOW);
    }

    @Test
    void accountThatIsThereShouldNotBeReplacedByANewOne() {
        store.save(new Organization(OrganizationSid.ofDomain("default"), "default", NOW, NOW));
        Account first = account("top@acme.example", Optional.empty());
        store.add(first);
        Account second = new Account(first.sid(), first.organization(), first.parent(), first.email(), "Intruder",
                first.status(), first.role(), first.token(), first.retention(), first.recordings(), NOW, NOW);

        assertThatThrownBy(() -> store.add(second)).matches(SqlTrouble::isTaken);
        assertThat(store.account(first.sid())).contains(first);
    }

    @Test
    void accountShouldComeBackBySidByEmailAndAsAChild() {
        store.save(new Organization(OrganizationSid.ofDomain("default"), "default", NOW, NOW));
        Account top = account("top@acme.example", Optional.empty());
        Account child = account("child@acme.example", Optional.of(top));
        store.save(top);
        store.save(child);

        Account keeping = new Account(child.sid(), child.organization(), child.parent(), child.email(),
                child.friendlyName(), child.status(), child.role(), child.token(), Optional.of(new Retention(30)),
                RecordingFormat.GSM, NOW, NOW);
        store.save(keeping);
        assertThat(store.account(child.sid())).contains(keeping);
        store.save(child);

        assertThat(store.account(top.sid())).contains(top);
        assertThat(store.accountByEmail("child@acme.example")).contains(child);
        assertThat(store.children(top.sid())).containsExactly(child);
        assertThat(store.account(child.sid()).orElseThrow().token().matches("token of child@acme.example")).isTrue();
        assertThat(store.organizationByDomain("default")).isPresent();
        assertThat(store.organizationByDomain("elsewhere")).isEmpty();
    }
}
