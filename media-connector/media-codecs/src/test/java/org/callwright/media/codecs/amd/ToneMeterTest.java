package org.callwright.media.codecs.amd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.callwright.media.codecs.Tones;
import org.junit.jupiter.api.Test;

class ToneMeterTest {

    private final ToneMeter meter = new ToneMeter();

    @Test
    void frequencyShouldBeFoundOverTheWholeBand() {
        for (double hertz = 310; hertz <= 3300; hertz += 23) {
            meter.measure(Tones.sine(hertz, 3000, 160), 160);
            assertThat(meter.hertz()).isCloseTo(hertz, Offset.offset(4.0));
            assertThat(meter.purity()).as("at %s Hz", hertz).isGreaterThan(0.95);
        }
    }

    @Test
    void noiseShouldBlurNeitherFrequencyNorPurityMuch() {
        Random random = new Random(3);
        for (double hertz = 400; hertz <= 2400; hertz += 50) {
            short[] frame = Tones.sine(hertz, 3000, 160);
            for (int i = 0; i < frame.length; i++) {
                frame[i] += (short) (random.nextGaussian() * 370);
            }
            meter.measure(frame, 160);
            assertThat(meter.hertz()).isCloseTo(hertz, Offset.offset(8.0));
            assertThat(meter.purity()).isGreaterThan(0.9);
        }
    }

    @Test
    void noiseAndChordsShouldNotBePure() {
        Random random = new Random(4);
        short[] noise = new short[160];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 3000);
        }
        meter.measure(noise, 160);
        assertThat(meter.purity()).isLessThan(0.5);
        short[] chord = Tones.sine(697, 3000, 160);
        short[] other = Tones.sine(1209, 3000, 160);
        for (int i = 0; i < chord.length; i++) {
            chord[i] += other[i];
        }
        meter.measure(chord, 160);
        assertThat(meter.purity()).isLessThan(0.7);
    }

    @Test
    void silenceShouldNotBePure() {
        meter.measure(new short[160], 160);
        assertThat(meter.purity()).isZero();
    }
}
