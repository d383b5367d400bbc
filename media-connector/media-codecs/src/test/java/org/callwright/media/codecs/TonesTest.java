package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TonesTest {

    @Test
    void beepShouldBeAPureKilohertzWithSoftEdges() {
        short[] beep = Tones.beep();
        assertThat(beep).hasSize(3200);
        assertThat(Goertzel.share(beep, 80, 3040, 1000, 8000)).isGreaterThan(0.99);
        assertThat(Math.abs(beep[0])).isLessThan((short) 10);
        assertThat(Math.abs(beep[3199])).isLessThan((short) 10);
    }

    @Test
    void levelShouldBeThreeDecibelsBelowFullScaleAtZero() {
        assertThat(Tones.peak(0)).isEqualTo(32_767 * Math.sqrt(0.5), within(60.0));
        assertThat(Tones.peak(-20) / Tones.peak(0)).isEqualTo(0.1, within(1e-9));
    }

    @Test
    void longSineShouldKeepFrequencyAndAmplitude() {
        SineOscillator oscillator = new SineOscillator(440, 10_000);
        short[] samples = new short[8000];
        for (int second = 0; second < 600; second++) {
            oscillator.read(samples, 0, samples.length);
        }
        assertThat(Goertzel.amplitude(samples, 0, 8000, 440, 8000)).isEqualTo(10_000, within(5.0));
        assertThat(Goertzel.share(samples, 0, 8000, 440, 8000)).isGreaterThan(0.999);
    }

    @Test
    void goertzelShouldTellFrequenciesApart() {
        short[] samples = Tones.sine(1000, 8000, 800);
        assertThat(Goertzel.amplitude(samples, 0, 800, 1000, 8000)).isEqualTo(8000, within(10.0));
        assertThat(Goertzel.amplitude(samples, 0, 800, 1500, 8000)).isLessThan(50);
        assertThat(Goertzel.share(new short[100], 0, 100, 1000, 8000)).isZero();
        assertThat(Goertzel.amplitude(new short[0], 0, 0, 1000, 8000)).isZero();
    }

    @Test
    void silenceDetectorShouldCountFromTheLastSound() {
        SilenceDetector detector = new SilenceDetector();
        short[] quiet = new short[1600];
        Arrays.fill(quiet, (short) 255);
        short[] loud = new short[160];
        Arrays.fill(loud, (short) -256);
        detector.accept(quiet, 0, 1600);
        assertThat(detector.soundHeard()).isFalse();
        assertThat(detector.silentSamples()).isEqualTo(1600);
        detector.accept(loud, 0, 100);
        detector.accept(loud, 100, 60);
        assertThat(detector.soundHeard()).isTrue();
        assertThat(detector.silentSamples()).isZero();
        detector.accept(quiet, 0, 333);
        assertThat(detector.silentSamples()).isEqualTo(333);
    }
}
