package org.callwright.load.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long BEGIN = 17 * SECOND;

    @Test
    void callsShouldComeEvenlyInEachPhase() {
        Schedule schedule = new Schedule(Phase.parse("warm=2x1,clean=4x0.5"), BEGIN);

        assertThat(takeAll(schedule, BEGIN + 10 * SECOND)).containsExactly(0L, 500L, 1000L, 1250L);
        assertThat(schedule.over(BEGIN + 10 * SECOND)).isTrue();
    }

    @Test
    void noCallShouldComeBeforeItsTime() {
        Schedule schedule = new Schedule(Phase.parse("clean=10x1"), BEGIN);

        assertThat(schedule.due(BEGIN - 1)).isFalse();
        assertThat(takeAll(schedule, BEGIN + 250_000_000)).containsExactly(0L, 100L, 200L);
        assertThat(schedule.due(BEGIN + 299_000_000)).isFalse();
        assertThat(schedule.due(BEGIN + 300_000_000)).isTrue();
    }

    @Test
    void aPhaseShouldLastItsTimeEvenWhenItsCallsArePlaced() {
        Schedule schedule = new Schedule(Phase.parse("one=0.5x2"), BEGIN);
        takeAll(schedule, BEGIN);

        assertThat(schedule.over(BEGIN + SECOND)).isFalse();
        assertThat(schedule.over(BEGIN + 2 * SECOND)).isTrue();
    }

    @Test
    void aPlanShouldBeReadWithNamesThatHoldAnX() {
        assertThat(Phase.parse("extra=7.5x2")).containsExactly(new Phase("extra", 7.5, 2));
        assertThatThrownBy(() -> Phase.parse("300")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> takeAll(Schedule schedule, long now) {
        List<Long> millis = new ArrayList<>();
        while (schedule.due(now)) {
            millis.add((schedule.take() - BEGIN) / 1_000_000);
        }
        return millis;
    }
}
