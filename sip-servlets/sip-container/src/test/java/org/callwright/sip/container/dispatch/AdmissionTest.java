package org.callwright.sip.container.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.callwright.sip.container.dispatch.Admission.Verdict;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(10);

    @Test
    void requestsShouldBeAdmittedBelowTheLimitOnly() {
        assertThat(admission.verdict(9)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.verdict(10)).isEqualTo(Verdict.OVERLOADED);
        assertThat(admission.verdict(3)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void drainShouldRefuseWhateverTheLoad() {
        admission.drain(true);
        assertThat(admission.verdict(0)).isEqualTo(Verdict.DRAINING);
        assertThat(admission.verdict(50)).isEqualTo(Verdict.DRAINING);
        admission.drain(false);
        assertThat(admission.verdict(0)).isEqualTo(Verdict.ADMITTED);
    }
}
