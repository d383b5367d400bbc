package org.callwright.media.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.callwright.media.spi.MachineDetection.Mode;
import org.junit.jupiter.api.Test;

class MachineDetectionTest {

    private static MachineDetection of(int timeout, int speech, int end, int silence) {
        return new MachineDetection(Mode.ENABLE, Duration.ofMillis(timeout), Duration.ofMillis(speech),
                Duration.ofMillis(end), Duration.ofMillis(silence));
    }

    @Test
    void limitsThemselvesShouldBeTaken() {
        assertThat(of(3000, 1000, 500, 2000).timeout()).hasSeconds(3);
        assertThat(of(59_000, 6000, 5000, 10_000).timeout()).hasSeconds(59);
    }

    @Test
    void whatIsBeyondALimitShouldBeRefusedByItsName() {
        refused("MachineDetectionTimeout", 2999, 2400, 1200, 5000);
        refused("MachineDetectionTimeout", 59_001, 2400, 1200, 5000);
        refused("MachineDetectionSpeechThreshold", 30_000, 999, 1200, 5000);
        refused("MachineDetectionSpeechThreshold", 30_000, 6001, 1200, 5000);
        refused("MachineDetectionSpeechEndThreshold", 30_000, 2400, 499, 5000);
        refused("MachineDetectionSpeechEndThreshold", 30_000, 2400, 5001, 5000);
        refused("MachineDetectionSilenceTimeout", 30_000, 2400, 1200, 1999);
        refused("MachineDetectionSilenceTimeout", 30_000, 2400, 1200, 10_001);
    }

    private static void refused(String name, int timeout, int speech, int end, int silence) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(timeout, speech, end, silence))
                .withMessageStartingWith(name + " ");
    }

    @Test
    void defaultsShouldBeWithinTheLimits() {
        assertThat(MachineDetection.of(Mode.DETECT_MESSAGE_END).mode()).isEqualTo(Mode.DETECT_MESSAGE_END);
    }
}
