package org.callwright.sip.container.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingWaitTest {
    private static final long LONG = StandingWait.TARGET + 1;

    private long now = -7;
    private final StandingWait wait = new StandingWait(() -> now);

    @Test
    void shortStallShouldBeBorne() {
        assertThat(wait.tooLong(LONG)).isFalse();
        now += StandingWait.INTERVAL - 1;
        assertThat(wait.tooLong(LONG)).isFalse();
        assertThat(wait.tooLong(StandingWait.TARGET)).isFalse();
        now += StandingWait.INTERVAL;
        assertThat(wait.tooLong(LONG)).as("the interval begins anew").isFalse();
    }

    @Test
    void standingQueueShouldBeTooLongUntilItIsShort() {
        wait.tooLong(LONG);
        now += StandingWait.INTERVAL;
        assertThat(wait.tooLong(LONG)).isTrue();
        now += 1;
        assertThat(wait.tooLong(LONG)).isTrue();
        assertThat(wait.tooLong(0)).isFalse();
    }

    @Test
    void callsFarApartShouldNotMakeAQueueThatStands() {
        for (int call = 0; call < 10; call++) {
            assertThat(wait.tooLong(LONG)).as("each of them found a short stall").isFalse();
            now += StandingWait.INTERVAL + 1;
        }
    }
}
