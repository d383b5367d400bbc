package org.callwright.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.callwright.call.value.AccountSid;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private final MemoryAccounts store = new MemoryAccounts();
    private final Accounts accounts = new Accounts(store);
    private final Authenticator authenticator = new Authenticator(accounts);

    private Account account(String email, String token, Optional<AccountSid> parent) {
        Account account = new Account(Account.sidOf(email), OrganizationSid.ofDomain("default"), parent, email, "Acme Ltd",
                AccountStatus.ACTIVE, "Administrator", TokenHash.of(token), Instant.EPOCH, Instant.EPOCH);
        store.save(account);
        return account;
    }

    @Test
    void sidOrEmailWithTokenOrClearPasswordShouldComeIn() {
        Account acme = account("ops@acme.example", Digests.md5Hex("clear"), Optional.empty());
        for (String user : new String[] {acme.sid().value(), "ops@acme.example", "OPS@Acme.example"}) {
            for (String password : new String[] {Digests.md5Hex("clear"), "clear"}) {
                assertThat(authenticator.authenticate(user, password)).as(user + ":" + password).contains(acme);
            }
        }
    }

    @Test
    void nothingElseShouldComeIn() {
        Account acme = account("ops@acme.example", Digests.md5Hex("clear"), Optional.empty());

        assertThat(authenticator.authenticate(acme.sid().value(), "wrong")).isEmpty();
        assertThat(authenticator.authenticate(acme.sid().value(), "")).isEmpty();
        assertThat(authenticator.authenticate(acme.sid().value(), acme.token().digest())).isEmpty();
        assertThat(authenticator.authenticate("Acme Ltd", "clear")).isEmpty();
        assertThat(authenticator.authenticate("nobody@acme.example", "clear")).isEmpty();
        assertThat(authenticator.authenticate("", "")).isEmpty();
    }

    @Test
    void sidShouldBeMadeOfTheLowerCasedEmail() {
        assertThat(Account.sidOf("Ops@Acme.example")).isEqualTo(Account.sidOf("ops@acme.example"));
    }

    @Test
    void tokenHashShouldNotShowTheTokenAndDifferEachTime() {
        TokenHash one = TokenHash.of("secret");
        assertThat(one.stored()).doesNotContain("secret").isNotEqualTo(TokenHash.of("secret").stored());
        assertThat(one.toString()).doesNotContain(one.digest());
        assertThat(TokenHash.parse(one.stored()).matches("secret")).isTrue();
    }

    @Test
    void ownersShouldBeTheAccountItselfAndItsAncestors() {
        Account top = account("top@acme.example", "t", Optional.empty());
        Account middle = account("middle@acme.example", "t", Optional.of(top.sid()));
        Account leaf = account("leaf@acme.example", "t", Optional.of(middle.sid()));

        assertThat(accounts.owns(top, leaf)).isTrue();
        assertThat(accounts.owns(middle, leaf)).isTrue();
        assertThat(accounts.owns(leaf, leaf)).isTrue();
        assertThat(accounts.owns(leaf, middle)).isFalse();
        assertThat(accounts.withDescendants(top.sid())).containsExactlyInAnyOrder(top.sid(), middle.sid(), leaf.sid());
        assertThat(accounts.withDescendants(leaf.sid())).containsExactly(leaf.sid());
    }

    @Test
    void developerShouldReadAndDeleteRecordingsButNotMakeThem() {
        Role developer = Role.named("Developer").orElseThrow();
        assertThat(developer.permits(Role.Action.READ, "Recordings")).isTrue();
        assertThat(developer.permits(Role.Action.DELETE, "Recordings")).isTrue();
        assertThat(developer.permits(Role.Action.CREATE, "Recordings")).isFalse();
        assertThat(developer.permits(Role.Action.CREATE, "Calls")).isTrue();
        assertThat(developer.permits(Role.Action.READ, "Anything")).isFalse();
        assertThat(Role.ADMINISTRATOR.permits(Role.Action.MODIFY, "Anything")).isTrue();
        assertThat(Role.named("Nobody")).isEmpty();
    }

    @Test
    void cacheShouldAskOnceForItsLifeAndForgetWhenTold() {
        AtomicLong now = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        TimedCache<String, Integer> cache = new TimedCache<>(Duration.ofSeconds(2), 2, now::get);

        cache.get("a", key -> asked.incrementAndGet());
        cache.get("a", key -> asked.incrementAndGet());
        assertThat(asked).hasValue(1);
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        cache.get("a", key -> asked.incrementAndGet());
        assertThat(asked).hasValue(2);
        cache.clear();
        assertThat(cache.get("a", key -> asked.incrementAndGet())).isEqualTo(3);
    }
}
