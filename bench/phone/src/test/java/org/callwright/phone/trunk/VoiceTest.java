package org.callwright.phone.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.callwright.media.codecs.amd.AnsweringMachineDetector;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.Codec;
import org.callwright.phone.media.Tones;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's own detector takes the trunk's voices for what they are meant to be. */
class VoiceTest {

    private static final Duration LISTENING = Duration.ofSeconds(10);
    private static final int PACKET = 160;

    private static AnsweringMachineDetector heard(Voice voice, Codec codec, Mode mode) {
        short[] silence = Tones.silence(LISTENING);
        short[] call = Arrays.copyOf(voice.samples(), voice.samples().length + silence.length);
        short[] coded = codec.roundTrip(call);
        AnsweringMachineDetector detector = new AnsweringMachineDetector(MachineDetection.of(mode));
        for (int at = 0; at + PACKET <= coded.length && !detector.decided(); at += PACKET) {
            detector.accept(coded, at, PACKET);
        }
        return detector;
    }

    @ParameterizedTest
    @EnumSource(names = {"PCMU", "PCMA"})
    void personShouldBeTakenForOneAndQuickly(Codec codec) {
        for (Mode mode : Mode.values()) {
            AnsweringMachineDetector detector = heard(Voice.PERSON, codec, mode);
            assertThat(detector.answeredBy()).isEqualTo(AnsweredBy.HUMAN);
            assertThat(detector.heardMillis()).isLessThan(3000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PCMU", "PCMA"})
    void machineShouldBeTakenForOneWhileItSpeaks(Codec codec) {
        for (Voice machine : new Voice[] {Voice.MACHINE_WITH_BEEP, Voice.MACHINE_WITHOUT_BEEP}) {
            AnsweringMachineDetector detector = heard(machine, codec, Mode.ENABLE);
            assertThat(detector.answeredBy()).isEqualTo(AnsweredBy.MACHINE_START);
            assertThat(detector.heardMillis()).isLessThan(5000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PCMU", "PCMA"})
    void endOfAGreetingShouldBeItsBeepOrItsSilence(Codec codec) {
        AnsweringMachineDetector beep = heard(Voice.MACHINE_WITH_BEEP, codec, Mode.DETECT_MESSAGE_END);
        assertThat(beep.answeredBy()).isEqualTo(AnsweredBy.MACHINE_END_BEEP);
        assertThat(Duration.ofMillis(beep.heardMillis())).isCloseTo(length(Voice.MACHINE_WITH_BEEP),
                Duration.ofMillis(100));
        AnsweringMachineDetector silence = heard(Voice.MACHINE_WITHOUT_BEEP, codec, Mode.DETECT_MESSAGE_END);
        assertThat(silence.answeredBy()).isEqualTo(AnsweredBy.MACHINE_END_SILENCE);
        assertThat(Duration.ofMillis(silence.heardMillis())).isGreaterThan(length(Voice.MACHINE_WITHOUT_BEEP));
    }

    private static Duration length(Voice voice) {
        return new Audio(voice.samples()).length();
    }
}
