package org.callwright.media.codecs.amd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.callwright.media.codecs.Tones;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;
import org.junit.jupiter.api.Test;

/** Calls are put together of silence, something that sounds like speech to a machine, and tones. */
class AnsweringMachineDetectorTest {

    private static final int RATE = 8;

    private final Random random = new Random(1);
    private AnsweringMachineDetector detector = detector(Mode.ENABLE);
    private double noise = 10;
    private double voice = 4000;

    private static AnsweringMachineDetector detector(Mode mode) {
        return new AnsweringMachineDetector(MachineDetection.of(mode));
    }

    private AnsweringMachineDetectorTest silence(int millis) {
        return hear(new short[millis * RATE]);
    }

    /** Syllables: noise, four times a second, with short gaps as before consonants. */
    private AnsweringMachineDetectorTest speech(int millis) {
        short[] samples = new short[millis * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i / RATE % 250 < 200 ? random.nextGaussian() * voice : 0);
        }
        return hear(samples);
    }

    private AnsweringMachineDetectorTest tone(int millis, double hertz) {
        return hear(Tones.sine(hertz, 5000, millis * RATE));
    }

    private AnsweringMachineDetectorTest hear(short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (short) (random.nextGaussian() * noise);
        }
        detector.accept(samples, 0, samples.length);
        return this;
    }

    private void assertUndecided() {
        assertThat(detector.decided()).isFalse();
    }

    private void assertTold(AnsweredBy answeredBy, int from, int to) {
        assertThat(detector.decided()).isTrue();
        assertThat(detector.answeredBy()).isEqualTo(answeredBy);
        assertThat(detector.heardMillis()).isBetween(from, to);
    }

    @Test
    void oneWordAndSilenceShouldBeAPerson() {
        silence(600).speech(400).silence(800).assertUndecided();
        silence(600);
        assertTold(AnsweredBy.HUMAN, 1760, 1960);
    }

    @Test
    void sentenceShouldNeedMoreSilenceThanAWord() {
        silence(600).speech(1700).silence(1600).assertUndecided();
        silence(600);
        assertTold(AnsweredBy.HUMAN, 3800, 4200);
    }

    @Test
    void wordSpokenTwiceShouldStillBeAPerson() {
        silence(600).speech(400).silence(500).speech(400).silence(2000);
        assertTold(AnsweredBy.HUMAN, 2800, 3700);
    }

    @Test
    void longSpeechShouldBeAMachine() {
        silence(500).speech(2300).assertUndecided();
        speech(800);
        assertTold(AnsweredBy.MACHINE_START, 3000, 3300);
    }

    @Test
    void secondSentenceShouldBeAMachine() {
        silence(500).speech(1300).silence(600).assertUndecided();
        speech(300);
        assertTold(AnsweredBy.MACHINE_START, 2500, 2800);
    }

    @Test
    void beepShouldBeAMachineAtAnyOfItsFrequencies() {
        for (double hertz : new double[] {425, 660.5, 1000, 1433, 2000, 2400}) {
            detector = detector(Mode.ENABLE);
            silence(400).speech(700).silence(400).tone(240, hertz);
            assertTold(AnsweredBy.MACHINE_START, 1580, 1760);
        }
    }

    @Test
    void beepShouldBeFoundInNoise() {
        noise = 600;
        silence(2000).tone(300, 1010);
        assertTold(AnsweredBy.MACHINE_START, 2080, 2300);
    }

    @Test
    void chordSirenAndShortPeepShouldBeNoBeep() {
        silence(400);
        short[] siren = new short[800 * RATE];
        short[] chord = Tones.sine(700, 4000, 400 * RATE);
        short[] third = Tones.sine(1100, 4000, 400 * RATE);
        for (int i = 0; i < siren.length; i++) {
            siren[i] = (short) (5000 * Math.sin(2 * Math.PI * (600 + 0.09 * i) * i / 8000));
        }
        for (int i = 0; i < chord.length; i++) {
            chord[i] += third[i];
        }
        hear(chord).silence(100).hear(siren).silence(100).tone(60, 900).silence(3000);
        assertThat(detector.answeredBy()).isNotEqualTo(AnsweredBy.MACHINE_START);
    }

    @Test
    void ringBackLeftOverShouldBeNeitherSpeechNorBeep() {
        for (double[] pair : new double[][] {{440, 480}, {400, 450}, {425, 425}}) {
            detector = detector(Mode.ENABLE);
            short[] ring = Tones.sine(pair[0], 2500, 480 * RATE);
            short[] other = Tones.sine(pair[1], 2500, 480 * RATE);
            for (int i = 0; i < ring.length; i++) {
                ring[i] += other[i];
            }
            hear(ring).silence(1500).assertUndecided();
            speech(400).silence(1200);
            assertTold(AnsweredBy.HUMAN, 3100, 3500);
        }
    }

    @Test
    void louderVoiceShouldMakeWhatWasBeforeBackground() {
        voice = 300;
        speech(1500);
        voice = 5000;
        speech(400);
        voice = 300;
        speech(2000);
        assertTold(AnsweredBy.HUMAN, 2500, 3300);
    }

    @Test
    void steadyNoiseShouldBeNoSpeech() {
        noise = 500;
        silence(5000);
        assertTold(AnsweredBy.UNKNOWN, 5000, 5000);
    }

    @Test
    void nothingSaidShouldBeUnknownAfterTheSilenceTimeout() {
        silence(4980).assertUndecided();
        silence(20);
        assertTold(AnsweredBy.UNKNOWN, 5000, 5000);
    }

    @Test
    void timeoutShouldEndIt() {
        detector = new AnsweringMachineDetector(new MachineDetection(Mode.ENABLE, Duration.ofSeconds(3),
                Duration.ofSeconds(6), Duration.ofSeconds(5), Duration.ofSeconds(5)));
        silence(500).speech(2600);
        assertTold(AnsweredBy.UNKNOWN, 3000, 3000);
    }

    @Test
    void endOfTheBeepShouldBeToldWhenItIsWanted() {
        detector = detector(Mode.DETECT_MESSAGE_END);
        silence(400).speech(4000).silence(1800).tone(500, 1400).assertUndecided();
        assertThat(detector.answeredBy()).isEqualTo(AnsweredBy.MACHINE_START);
        silence(100);
        assertTold(AnsweredBy.MACHINE_END_BEEP, 6700, 6760);
    }

    @Test
    void longSilenceShouldEndTheMessageWithoutBeep() {
        detector = detector(Mode.DETECT_MESSAGE_END);
        silence(400).speech(4000).silence(2400).assertUndecided();
        silence(200);
        assertTold(AnsweredBy.MACHINE_END_SILENCE, 6840, 6940);
    }

    @Test
    void machineThatNeverEndsShouldBeToldAtTheTimeout() {
        detector = detector(Mode.DETECT_MESSAGE_END);
        silence(400).speech(31_000);
        assertTold(AnsweredBy.MACHINE_END_OTHER, 30_000, 30_000);
    }

    @Test
    void lostPacketsShouldNotBreakAWordButLongGapsAreSilence() {
        silence(600).speech(200);
        detector.gap(320);
        speech(200);
        detector.gap(600 * RATE);
        assertUndecided();
        detector.gap(600 * RATE);
        assertTold(AnsweredBy.HUMAN, 1760, 2160);
    }

    @Test
    void gapAfterTheBeepShouldEndIt() {
        detector = detector(Mode.DETECT_MESSAGE_END);
        silence(400).speech(500).silence(300).tone(400, 1000);
        detector.gap(200 * RATE);
        assertTold(AnsweredBy.MACHINE_END_BEEP, 1600, 1720);
    }

    @Test
    void decisionShouldBeFinal() {
        silence(600).speech(400).silence(1200).speech(5000).tone(500, 1000);
        assertTold(AnsweredBy.HUMAN, 1760, 1960);
    }

    @Test
    void piecesOfAnySizeShouldGiveTheSameResult() {
        short[] call = new short[2000 * RATE];
        Random steady = new Random(2);
        for (int i = 600 * RATE; i < 1000 * RATE; i++) {
            call[i] = (short) (steady.nextGaussian() * voice);
        }
        for (int piece : new int[] {1, 80, 160, 240, 16_000}) {
            AnsweringMachineDetector pieces = detector(Mode.ENABLE);
            for (int at = 0; at < call.length; at += piece) {
                pieces.accept(call, at, Math.min(piece, call.length - at));
            }
            assertThat(pieces.answeredBy()).isEqualTo(AnsweredBy.HUMAN);
            assertThat(pieces.heardMillis()).isEqualTo(1840);
        }
    }

    @Test
    void framesShouldNotBeAllocatedFor() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        short[] samples = Tones.sine(300, 4000, 160);
        AnsweringMachineDetector listening = new AnsweringMachineDetector(new MachineDetection(Mode.DETECT_MESSAGE_END,
                Duration.ofSeconds(59), Duration.ofSeconds(6), Duration.ofSeconds(5), Duration.ofSeconds(10)));
        listening.accept(samples, 0, 160);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 400; i++) {
            listening.accept(samples, 0, 160);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(400);
    }
}
