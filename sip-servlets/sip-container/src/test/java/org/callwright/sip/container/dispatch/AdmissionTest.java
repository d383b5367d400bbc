package org.callwright.sip.container.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.callwright.sip.container.dispatch.Admission.Verdict;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private long now;
    private final Admission admission = new Admission(10, () -> now);

    @Test
    void requestsShouldBeAdmittedBelowTheLimitOnly() {
        assertThat(admission.verdict(9, 0)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.verdict(10, 0)).isEqualTo(Verdict.OVERLOADED);
        assertThat(admission.verdict(3, 0)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void drainShouldRefuseWhateverTheLoad() {
        admission.drain(true);
        assertThat(admission.verdict(0, 0)).isEqualTo(Verdict.DRAINING);
        assertThat(admission.verdict(50, 0)).isEqualTo(Verdict.DRAINING);
        admission.drain(false);
        assertThat(admission.verdict(0, 0)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void messagesThatWaitLongShouldKeepNewDialogsOut() {
        assertThat(admission.verdict(1, StandingWait.TARGET + 1)).isEqualTo(Verdict.ADMITTED);
        now += StandingWait.INTERVAL;
        assertThat(admission.verdict(1, StandingWait.TARGET + 1)).isEqualTo(Verdict.OVERLOADED);
        assertThat(admission.verdict(1, StandingWait.TARGET)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void callsShouldBeTurnedAwayAtTheGateForMessagesThatNobodyHasLookedAt() {
        assertThat(admission.turnsAway(1, StandingWait.TARGET + 1)).isFalse();
        now += StandingWait.INTERVAL;
        assertThat(admission.turnsAway(1, StandingWait.TARGET + 1)).isTrue();
        assertThat(admission.verdict(1, StandingWait.TARGET)).as("inside nothing waits").isEqualTo(Verdict.ADMITTED);
        assertThat(admission.turnsAway(1, StandingWait.TARGET)).isFalse();
    }

    @Test
    void drainShouldTurnNobodyAwayAtTheGate() {
        admission.drain(true);
        assertThat(admission.turnsAway(10, 0)).isFalse();
    }

    @Test
    void anApplicationThatCannotKeepUpShouldBeSpared() {
        AtomicBoolean overloaded = new AtomicBoolean(true);
        admission.application(overloaded::get);

        assertThat(admission.verdict(0, 0)).isEqualTo(Verdict.OVERLOADED);
        overloaded.set(false);
        assertThat(admission.verdict(0, 0)).isEqualTo(Verdict.ADMITTED);
    }
}
