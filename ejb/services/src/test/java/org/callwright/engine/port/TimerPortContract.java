package org.callwright.engine.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callwright.call.value.CallSid;
import org.junit.jupiter.api.Test;

/** What every {@link TimerPort} does. */
public interface TimerPortContract {

    CallSid LEG = new CallSid("CA00000000000000000000000000000001");
    CallSid OTHER = new CallSid("CA00000000000000000000000000000002");
    Duration SOON = Duration.ofMillis(20);
    Duration LATE = Duration.ofMinutes(5);

    TimerPort timers();

    @Test
    default void aTimerShouldFireOnceAfterItsDelay() {
        List<String> fired = new CopyOnWriteArrayList<>();
        timers().start(LEG, 1, SOON, () -> fired.add("a"));
        timers().start(LEG, 2, SOON.multipliedBy(4), () -> fired.add("fence"));
        eventually("both fired", () -> fired.contains("fence"));
        assertThat(fired).containsExactly("a", "fence");
    }

    @Test
    default void aTimerStartedAnewShouldReplaceTheOldOne() {
        List<String> fired = new CopyOnWriteArrayList<>();
        timers().start(LEG, 1, SOON, () -> fired.add("old"));
        timers().start(LEG, 1, SOON.multipliedBy(3), () -> fired.add("new"));
        eventually("fired", () -> fired.contains("new"));
        assertThat(fired).containsExactly("new");
    }

    @Test
    default void aStoppedTimerShouldNotFireAndOthersShould() {
        List<String> fired = new CopyOnWriteArrayList<>();
        timers().start(LEG, 1, SOON, () -> fired.add("stopped"));
        timers().start(OTHER, 1, SOON.multipliedBy(3), () -> fired.add("other leg"));
        timers().start(LEG, 2, SOON.multipliedBy(4), () -> fired.add("other number"));
        timers().stop(LEG, 1);
        eventually("fired", () -> fired.contains("other number"));
        assertThat(fired).containsExactly("other leg", "other number");
    }

    @Test
    default void stopAllShouldStopTheTimersOfThatLegOnly() {
        List<String> fired = new CopyOnWriteArrayList<>();
        timers().start(LEG, 1, SOON, () -> fired.add("1"));
        timers().start(LEG, 2, SOON, () -> fired.add("2"));
        timers().start(OTHER, 1, SOON.multipliedBy(3), () -> fired.add("other"));
        timers().stopAll(LEG);
        eventually("fired", () -> !fired.isEmpty());
        assertThat(fired).containsExactly("other");
    }

    @Test
    default void workThatThrowsShouldNotHarmOtherTimers() {
        List<String> fired = new CopyOnWriteArrayList<>();
        timers().start(LEG, 1, SOON, () -> {
            throw new IllegalStateException("made to fail");
        });
        timers().start(LEG, 2, SOON.multipliedBy(2), () -> fired.add("next"));
        eventually("fired", () -> fired.contains("next"));
    }

    @Test
    default void stoppingWhatIsNotThereShouldDoNothing() {
        timers().stop(LEG, 99);
        timers().stopAll(OTHER);
        timers().start(LEG, 1, LATE, () -> { });
        timers().stop(LEG, 1);
        timers().stop(LEG, 1);
    }
}
