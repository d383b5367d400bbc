package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.callwright.media.judge.Audio;
import org.callwright.media.judge.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resampler beside that of sox, at its high quality; skipped without sox. */
class ResamplerJudgeTest {

    @BeforeEach
    void soxMustBeInstalled() {
        assumeTrue(Program.installed("sox"), "sox is not installed");
    }

    private static List<String> raw(int rate) {
        return List.of("-t", "raw", "-r", String.valueOf(rate), "-e", "signed", "-b", "16", "-c", "1", "-L");
    }

    private static short[] made(int rate, String... synth) {
        return Audio.samples(Program.run(Program.command(
                List.of("sox", "-R", "-D", "-V1", "-r", String.valueOf(rate), "-c", "1", "-n"), raw(rate),
                List.of("-"), List.of(synth)), new byte[0]));
    }

    private static short[] through(short[] samples, int from, int to, String... effects) {
        return Audio.samples(Program.run(Program.command(List.of("sox", "-D", "-V1"), raw(from), List.of("-"), raw(to),
                List.of("-"), List.of(effects)), Audio.bytes(samples)));
    }

    private static double level(short[] samples) {
        double sum = 0;
        for (int i = 800; i < samples.length - 800; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return 10 * Math.log10(Math.max(1e-3, sum / (samples.length - 1600)));
    }

    @ParameterizedTest
    @ValueSource(ints = {11_025, 16_000, 22_050, 44_100, 47_999, 48_000, 96_000})
    void noiseAboveTheBandShouldBeDownBySixtyDecibels(int rate) {
        short[] above = made(rate, "synth", "4", "whitenoise", "vol", "0.6", "sinc", "-t", "100", "4100");
        short[] ours = Resampler.resample(above, rate, 8000);
        assertThat(level(above) - level(ours)).isGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {4000, 6000, 11_025, 16_000, 22_050, 44_100, 47_999, 48_000, 96_000})
    void theTelephoneBandShouldBeWhatSoxMakesOfIt(int rate) {
        String below = "-" + Math.min(3300, rate * 2 / 5);
        short[] noise = made(rate, "synth", "4", "pinknoise", "vol", "0.6");
        short[] ours = through(Resampler.resample(noise, rate, 8000), 8000, 8000, "sinc", below);
        short[] theirs = through(noise, rate, 8000, "rate", "-h", "8000", "sinc", below);
        int count = Math.min(ours.length, theirs.length);
        assertThat(Math.abs(ours.length - theirs.length)).isLessThanOrEqualTo(1);
        double snr = Audio.segmentalSnr(Arrays.copyOfRange(theirs, 800, count - 800),
                Arrays.copyOfRange(ours, 800, count - 800));
        assertThat(snr).isGreaterThan(30);
    }
}
