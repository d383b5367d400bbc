package org.callwright.amd.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.callwright.media.codecs.Goertzel;
import org.junit.jupiter.api.Test;

class LineTest {

    private static double decibelsThrough(double hertz) {
        float[] tone = Noise.tone(1000, hertz);
        Line.limitBand(tone);
        for (int i = 0; i < tone.length; i++) {
            tone[i] *= 0.3f;
        }
        short[] coded = Line.coded(tone, false);
        return 20 * Math.log10(Goertzel.amplitude(coded, 1000, 6000, hertz, Track.RATE) / (0.3 * 32_767));
    }

    @Test
    void voiceShouldPassAndHumShouldNot() {
        assertThat(decibelsThrough(1000)).isCloseTo(0, Offset.offset(0.5));
        assertThat(decibelsThrough(300)).isCloseTo(-3, Offset.offset(0.5));
        assertThat(decibelsThrough(75)).isLessThan(-20);
    }

    @Test
    void lossesShouldComeAtTheirRateAndTheSameForTheSameSeed() {
        assertThat(Line.losses(10_000, 0.02, new Random(7)).cardinality()).isBetween(150, 250);
        assertThat(Line.losses(100, 0.5, new Random(8))).isEqualTo(Line.losses(100, 0.5, new Random(8)));
        assertThat(Line.losses(1000, 0, new Random(9)).isEmpty()).isTrue();
    }

    @Test
    void backgroundsShouldHaveTheMeanPowerOne() {
        for (float[] noise : new float[][] {Noise.white(80_000, new Random(1)), Noise.rumble(80_000, new Random(2)),
                Noise.hum(80_000, new Random(3))}) {
            double power = 0;
            for (float sample : noise) {
                power += (double) sample * sample;
            }
            assertThat(power / noise.length).isCloseTo(1, Offset.offset(0.05));
        }
    }
}
