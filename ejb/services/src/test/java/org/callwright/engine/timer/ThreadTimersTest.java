package org.callwright.engine.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.callwright.engine.port.TimerPort;
import org.callwright.engine.port.TimerPortContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadTimersTest implements TimerPortContract {

    private final ThreadTimers timers = new ThreadTimers(Executors.defaultThreadFactory());

    @Override
    public TimerPort timers() {
        return timers;
    }

    @AfterEach
    void stop() {
        timers.close();
    }

    @Test
    void stoppedTimersShouldLeaveNothingBehind() {
        for (int i = 0; i < 1_000; i++) {
            timers.start(LEG, i, LATE, () -> { });
        }
        timers.start(OTHER, 1, LATE, () -> { });
        timers.stopAll(LEG);
        assertThat(timers.size()).isEqualTo(1);
        timers.stop(OTHER, 1);
        assertThat(timers.size()).isZero();
    }

    @Test
    void aClosedOneShouldTakeNoTimersAndNotThrow() {
        timers.close();
        timers.start(LEG, 1, SOON, () -> { });
        assertThat(timers.size()).isZero();
    }
}
