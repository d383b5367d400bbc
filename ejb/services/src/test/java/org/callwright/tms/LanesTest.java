package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.settings.TmsSettings;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountSid ACME = new AccountSid("AC" + "0".repeat(32));
    private static final AccountSid OTHER = new AccountSid("AC" + "1".repeat(32));

    private int calls;

    private static Lanes lanes(String... environment) {
        return new Lanes(TmsSettings.fromEnvironment(Map.of(environment[0], environment[1],
                environment[2], environment[3])), NOON);
    }

    private CallSid call() {
        return new CallSid("CA" + String.format("%032x", calls++));
    }

    @Test
    void roomShouldBeTakenByCallsAndComeBackWithTheirEnd() {
        Lanes lanes = lanes("CALLWRIGHT_TMS_RATE", "0", "CALLWRIGHT_TMS_CONCURRENT", "2");
        CallSid first = call();
        lanes.enter(first, ACME, NOON);
        lanes.enter(call(), OTHER, NOON);
        assertThat(lanes.room(NOON)).isZero();
        assertThat(lanes.free(sid -> !sid.equals(first))).containsExactly(first);
        assertThat(lanes.room(NOON)).isEqualTo(1);
        assertThat(lanes.running()).isEqualTo(1);
    }

    @Test
    void roomOfOneAccountShouldNotBeTakenByAnother() {
        Lanes lanes = lanes("CALLWRIGHT_TMS_ACCOUNT_RATE", "0", "CALLWRIGHT_TMS_ACCOUNT_CONCURRENT", "1");
        CallSid call = call();
        lanes.enter(call, ACME, NOON);
        assertThat(lanes.room(ACME, NOON)).isZero();
        assertThat(lanes.room(OTHER, NOON)).isEqualTo(1);
        lanes.leave(call);
        lanes.leave(call);
        assertThat(lanes.room(ACME, NOON)).isEqualTo(1);
    }

    @Test
    void rateShouldHoldOverASecondAndNotGatherOverAMinute() {
        Pace pace = new Pace(20, NOON);
        int gone = 0;
        for (int step = 0; step < 100; step++) {
            Instant now = NOON.plusMillis(10L * step);
            for (int left = pace.available(now); left > 0; left--) {
                pace.take();
                gone++;
            }
        }
        assertThat(gone).isBetween(20, 24);
        assertThat(pace.available(NOON.plus(Duration.ofMinutes(1)))).isEqualTo(4);
    }

    @Test
    void slowRateShouldLetOneGoAtATime() {
        Pace pace = new Pace(1, NOON);
        pace.take();
        assertThat(pace.available(NOON.plusMillis(900))).isZero();
        assertThat(pace.available(NOON.plusMillis(1_000))).isEqualTo(1);
        assertThat(new Pace(0, NOON).available(NOON)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void turnsShouldGoRoundUntilThereAreEnough() {
        List<List<String>> queues = List.of(List.of("a1", "a2", "a3"), List.of(), List.of("b1"));
        assertThat(Turns.take(queues, 10)).containsExactly("a1", "b1", "a2", "a3");
        assertThat(Turns.take(queues, 2)).containsExactly("a1", "b1");
    }
}
