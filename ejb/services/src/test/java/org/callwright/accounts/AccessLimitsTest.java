package org.callwright.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.callwright.call.value.AccountSid;
import org.callwright.settings.AccessSettings;
import org.junit.jupiter.api.Test;

class AccessLimitsTest {

    private static final AccountSid ACME = Account.sidOf("acme@acme.example");

    private final AtomicLong clock = new AtomicLong();
    private final AccessLimits limits = limits(Map.of(
            "CALLWRIGHT_LOGIN_FAILURES", "3", "CALLWRIGHT_LOGIN_LOCK_SECONDS", "60",
            "CALLWRIGHT_API_ACCOUNT_RATE", "5", "CALLWRIGHT_API_SOURCE_RATE", "5", "CALLWRIGHT_API_TRACKED", "50"));

    private AccessLimits limits(Map<String, String> environment) {
        return new AccessLimits(AccessSettings.fromEnvironment(environment), clock::get);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void userShouldBeLockedOutFromWhereItFailedAndNowhereElse() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.locked("Bob", "192.0.2.1")).isEmpty();
            limits.failed("bob", "192.0.2.1");
        }
        pass(Duration.ofSeconds(10));
        assertThat(limits.locked("BOB", "192.0.2.1")).contains(Duration.ofSeconds(50));
        assertThat(limits.locked("bob", "192.0.2.2")).isEmpty();
        assertThat(limits.locked("eve", "192.0.2.1")).isEmpty();
        pass(Duration.ofSeconds(50));
        assertThat(limits.locked("bob", "192.0.2.1")).isEmpty();
    }

    @Test
    void rightPasswordShouldClearTheCount() {
        limits.failed("bob", "192.0.2.1");
        limits.failed("bob", "192.0.2.1");
        limits.succeeded("bob", "192.0.2.1");
        limits.failed("bob", "192.0.2.1");
        assertThat(limits.locked("bob", "192.0.2.1")).isEmpty();
    }

    @Test
    void sourceThatTriesManyNamesShouldBeLockedAsAWhole() {
        for (int i = 0; i < 30; i++) {
            limits.failed("user" + i, "2001:db8:1:2::" + i);
        }
        assertThat(limits.locked("anybody", "2001:db8:1:2:aaaa::1")).isPresent();
        assertThat(limits.locked("anybody", "2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void burstShouldPassAndTheSteadyRateBehindIt() {
        for (int i = 0; i < 10; i++) {
            assertThat(limits.request(ACME)).isEmpty();
        }
        assertThat(limits.request(ACME)).contains(Duration.ofMillis(200));
        assertThat(limits.request("192.0.2.1")).isEmpty();
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            assertThat(limits.request(ACME)).isEmpty();
        }
        assertThat(limits.request(ACME)).isPresent();
    }

    @Test
    void manyStrangersShouldNotFillTheMemoryNorForgetWhoIsBusy() {
        for (int i = 0; i < 10; i++) {
            limits.request("192.0.2.1");
        }
        RecentlyUsed<Integer> kept = new RecentlyUsed<>(50);
        for (int i = 0; i < 10_000; i++) {
            kept.put("198.51.100." + i, i);
            limits.request("198.51.100." + i);
            limits.request("192.0.2.1");
        }
        assertThat(kept).hasSize(50);
        assertThat(limits.request("192.0.2.1")).isPresent();
    }

    @Test
    void zeroShouldMeanNoLimit() {
        AccessLimits none = limits(Map.of("CALLWRIGHT_LOGIN_FAILURES", "0", "CALLWRIGHT_API_ACCOUNT_RATE", "0",
                "CALLWRIGHT_API_SOURCE_RATE", "0"));
        for (int i = 0; i < 100_000; i++) {
            none.failed("bob", "192.0.2.1");
            assertThat(none.request(ACME)).isEmpty();
        }
        assertThat(none.locked("bob", "192.0.2.1")).isEmpty();
    }

    @Test
    void ipv6NeighboursShouldBeOneSource() {
        assertThat(AccessLimits.network("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2::/64");
        assertThat(AccessLimits.network("2001:db8::1")).isEqualTo("2001:db8::/64");
        assertThat(AccessLimits.network("::ffff:192.0.2.1")).isEqualTo("::ffff:192.0.2.1");
        assertThat(AccessLimits.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
