package org.callwright.phone.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {350, 440, 697, 1000, 1400, 2000})
    void toneShouldBeFoundWithItsFrequencyPlaceAndLength(double hertz) {
        Audio audio = audio(Tones.silence(millis(503)), Codec.PCMU.roundTrip(Tones.sine(hertz, millis(400))),
                Tones.silence(millis(200)));
        Span tone = audio.longestTone(hertz).orElseThrow();
        assertThat(tone.start().toMillis()).isCloseTo(503, within(15L));
        assertThat(tone.length().toMillis()).isCloseTo(400, within(25L));
        assertThat(audio.frequencyAt(millis(700))).isCloseTo(hertz, within(2.0));
        assertThat(audio.findBeep(millis(300), Duration.ZERO)).isPresent();
        assertThat(audio.longestTone(hertz + 60)).isEmpty();
    }

    @Test
    void noiseSilenceAndTwoTonesShouldBeNoTone() {
        Random random = new Random(1);
        short[] noise = new short[8000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 3000);
        }
        for (short[] samples : new short[][] {noise, new short[8000], Tones.dtmf('5', millis(1000))}) {
            assertThat(new Audio(samples).findBeep(millis(60), Duration.ZERO)).isEmpty();
            assertThat(new Audio(samples).findTone(770, millis(60), Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void soundShouldSpanShortPauses() {
        Audio audio = audio(Tones.silence(millis(300)), Tones.sine(400, millis(200)), Tones.silence(millis(150)),
                Tones.sine(600, millis(200)), Tones.silence(millis(500)));
        Span sound = audio.findSound(millis(300), Duration.ZERO).orElseThrow();
        assertThat(sound.start().toMillis()).isCloseTo(300, within(20L));
        assertThat(sound.end().toMillis()).isBetween(850L, 1100L);
        assertThat(audio.trailingSilence().toMillis()).isCloseTo(500, within(20L));
    }

    @Test
    void wavShouldBeReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("a.wav");
        short[] samples = Tones.sine(440, millis(100));
        WavFile.write(file, new Audio(samples));
        assertThat(WavFile.read(file).samples()).isEqualTo(samples);
        byte[] bytes = Files.readAllBytes(file);
        bytes[24] = 0x11;
        assertThatThrownBy(() -> WavFile.parse(bytes)).isInstanceOf(IOException.class)
                .hasMessageContaining("expected PCM");
        assertThatThrownBy(() -> WavFile.parse(new byte[10])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WavFile.parse(Arrays.copyOf(Files.readAllBytes(file), 200)))
                .isInstanceOf(IOException.class).hasMessageContaining("ends early");
    }

    private static Audio audio(short[]... pieces) {
        int length = 0;
        for (short[] piece : pieces) {
            length += piece.length;
        }
        ShortBuffer all = ShortBuffer.allocate(length);
        for (short[] piece : pieces) {
            all.put(piece);
        }
        return new Audio(all.array());
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
