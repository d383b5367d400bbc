package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResamplerTest {

    private static short[] sine(double hertz, int rate, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    @Test
    void speechFrequenciesShouldPassUnchangedFromAnyRate() {
        for (int rate : new int[] {4000, 6000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 8001}) {
            for (int hertz : new int[] {300, 1000, 1700}) {
                short[] output = Resampler.resample(sine(hertz, rate, rate), rate, 8000);
                short[] expected = sine(hertz, 8000, 8000);
                assertThat(output).as("%d Hz from %d", hertz, rate).hasSize(8000);
                for (int i = 400; i < 7600; i++) {
                    assertThat((double) output[i]).as("%d Hz from %d at %d", hertz, rate, i)
                            .isEqualTo(expected[i], within(60.0));
                }
            }
        }
    }

    @Test
    void whatWouldAliasShouldBeGone() {
        for (int rate : new int[] {16_000, 22_050, 44_100, 48_000}) {
            short[] output = Resampler.resample(sine(5200, rate, rate), rate, 8000);
            for (int i = 400; i < 7600; i++) {
                assertThat(Math.abs(output[i])).isLessThan((short) 20);
            }
        }
    }

    @Test
    void upperSpeechBandShouldPassDownSampling() {
        short[] output = Resampler.resample(sine(3300, 48_000, 48_000), 48_000, 8000);
        assertThat(Goertzel.amplitude(output, 400, 7200, 3300, 8000)).isEqualTo(10_000, within(100.0));
    }

    @Test
    void fullScaleShouldClipAndNotWrap() {
        short[] square = new short[4800];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 60 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        short[] output = Resampler.resample(square, 48_000, 8000);
        assertThat(output[5]).isGreaterThan((short) 30_000);
        assertThat(output[15]).isLessThan((short) -30_000);
    }

    @Test
    void sameRateAndNothingShouldStayAsTheyAre() {
        short[] samples = {1, 2, 3};
        assertThat(Resampler.resample(samples, 8000, 8000)).isSameAs(samples);
        assertThat(Resampler.resample(new short[0], 44_100, 8000)).isEmpty();
    }
}
