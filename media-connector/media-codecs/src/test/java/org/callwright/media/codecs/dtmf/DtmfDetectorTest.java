package org.callwright.media.codecs.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.callwright.media.codecs.Tones;
import org.callwright.media.judge.Audio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bars are those of ITU-T Q.24. Each is tried often, since it matters where a tone meets the detector's blocks. */
class DtmfDetectorTest {

    private static final String ALL = Keypad.KEYS + "1199##";
    private static final int TIMES = 50;

    private final Keypad keypad = new Keypad();

    private static String told(short[] samples) {
        StringBuilder keys = new StringBuilder();
        DtmfDetector detector = new DtmfDetector(keys::append);
        for (int at = 0; at < samples.length; at += 160) {
            detector.accept(samples, at, Math.min(160, samples.length - at));
        }
        return keys.toString();
    }

    private void allShouldBeTold() {
        for (int i = 0; i < TIMES; i++) {
            assertThat(told(keypad.press(ALL))).as("try " + i).isEqualTo(ALL);
        }
    }

    private void noneShouldBeTold() {
        for (int i = 0; i < TIMES; i++) {
            assertThat(told(keypad.press(ALL))).as("try " + i).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"40,40", "50,50", "70,40", "100,100", "400,60"})
    void keysShouldBeToldOnceEach(double tone, double pause) {
        keypad.toneMillis = tone;
        keypad.pauseMillis = pause;
        allShouldBeTold();
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 20, 23})
    void burstsThatAreTooShortShouldNotBeKeys(double tone) {
        keypad.toneMillis = tone;
        noneShouldBeTold();
    }

    @ParameterizedTest
    @CsvSource({"0.015,0.015", "-0.015,-0.015", "0.015,-0.015", "-0.015,0.015", "0.015,0", "0,-0.015"})
    void tonesWithinTheToleranceShouldBeKeys(double row, double column) {
        keypad.toneMillis = 40;
        keypad.rowOff = row;
        keypad.columnOff = column;
        allShouldBeTold();
    }

    @ParameterizedTest
    @CsvSource({"0.035,0.035", "-0.035,-0.035", "0.035,0", "-0.035,0", "0,0.035", "0,-0.035"})
    void tonesOffTheirFrequencyShouldNotBeKeys(double row, double column) {
        keypad.toneMillis = 100;
        keypad.rowOff = row;
        keypad.columnOff = column;
        noneShouldBeTold();
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 2, -4, -8})
    void twistWithinTheLimitsShouldBeTaken(double twist) {
        keypad.toneMillis = 40;
        keypad.twist = twist;
        allShouldBeTold();
        keypad.rowOff = -0.015;
        keypad.columnOff = 0.015;
        allShouldBeTold();
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, -13})
    void twistBeyondTheLimitsShouldNotBeTaken(double twist) {
        keypad.twist = twist;
        noneShouldBeTold();
    }

    @Test
    void keysShouldBeHeardThroughNoise() {
        keypad.toneMillis = 40;
        keypad.pauseMillis = 40;
        keypad.snr = 15;
        allShouldBeTold();
        keypad.twist = -8;
        keypad.toneMillis = 50;
        allShouldBeTold();
    }

    @ParameterizedTest
    @ValueSource(doubles = {32_000, 3000, 1000})
    void keysShouldBeHeardAtAnyUsualLevel(double level) {
        keypad.level = level;
        allShouldBeTold();
    }

    @Test
    void whispersShouldNotBeKeys() {
        keypad.level = 80;
        noneShouldBeTold();
    }

    @Test
    void shortInterruptionShouldNotPressAKeyTwice() {
        for (int i = 0; i < TIMES; i++) {
            keypad.toneMillis = 120;
            short[] samples = keypad.press("5");
            int hole = 600 + 7 * i % 300;
            Arrays.fill(samples, hole, hole + 80, (short) 0);
            assertThat(told(samples)).isEqualTo("5");
        }
    }

    @Test
    void keyShouldBeToldWhileItIsPressed() {
        StringBuilder keys = new StringBuilder();
        DtmfDetector detector = new DtmfDetector(keys::append);
        detector.accept(Audio.pair(480, 770, 1336, 8000), 0, 480);
        assertThat(keys).hasToString("5");
    }

    @Test
    void pauseShouldEndAKey() {
        StringBuilder keys = new StringBuilder();
        DtmfDetector detector = new DtmfDetector(keys::append);
        for (int i = 0; i < 3; i++) {
            detector.accept(Audio.pair(480, 770, 1336, 8000), 0, 480);
            detector.pause();
        }
        assertThat(keys).hasToString("555");
    }

    @Test
    void noiseSingleTonesAndCallProgressShouldNotBeKeys() {
        assertThat(told(Audio.noise(new Random(1), 8000 * 600, 4000))).isEmpty();
        for (double hertz = 300; hertz < 3400; hertz += 7) {
            assertThat(told(Tones.sine(hertz, 12_000, 2400))).as(hertz + " Hz").isEmpty();
        }
        for (double[] pair : new double[][] {{350, 440}, {440, 480}, {480, 620}, {1100, 2100}, {700, 900}, {1300, 1500},
            {697, 770}, {1209, 1477}}) {
            assertThat(told(Audio.pair(8000, pair[0], pair[1], 8000))).isEmpty();
        }
    }

    @Test
    void nothingShouldBeAllocated() {
        short[] samples = keypad.press(ALL.repeat(20));
        int[] keys = new int[1];
        DtmfDetector detector = new DtmfDetector(key -> keys[0]++);
        detector.accept(samples, 0, samples.length);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        detector.accept(samples, 0, samples.length);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
        assertThat(keys[0]).isEqualTo(2 * 20 * ALL.length());
    }
}
