package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(Duration.ofSeconds(10), clock());

    @Test
    void threeFailuresInARowShouldBeFollowedByARest() {
        assertThat(fail()).isFalse();
        assertThat(fail()).isFalse();
        assertThat(fail()).isTrue();
        assertThat(breaker.permits()).isFalse();
        now = now.plusMillis(9_999);
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void aSuccessBetweenShouldStartTheCountAnew() {
        fail();
        fail();
        assertThat(breaker.succeeded()).isFalse();
        fail();
        fail();
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void afterTheRestOneShouldFindOutForAll() {
        rest();
        now = now.plusSeconds(10);
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.permits()).isFalse();
        assertThat(breaker.failed()).as("that is known already").isFalse();
        assertThat(breaker.permits()).isFalse();
        now = now.plusSeconds(10);
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void oneWhoNeverCameBackShouldNotKeepOthersAwayForEver() {
        rest();
        now = now.plusSeconds(10);
        assertThat(breaker.permits()).isTrue();
        now = now.plusSeconds(10);
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void withoutARestItShouldAlwaysBeAsked() {
        CircuitBreaker never = new CircuitBreaker(Duration.ZERO, clock());
        for (int i = 0; i < 10; i++) {
            assertThat(never.permits()).isTrue();
            assertThat(never.failed()).isFalse();
        }
    }

    private boolean fail() {
        assertThat(breaker.permits()).isTrue();
        return breaker.failed();
    }

    private void rest() {
        fail();
        fail();
        fail();
    }

    private Clock clock() {
        InstantSource time = () -> now;
        return time.withZone(ZoneOffset.UTC);
    }
}
