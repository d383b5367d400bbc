package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.Span;
import org.callwright.phone.media.Tones;

/** Audio that tests send, serve and find again. */
public final class Sounds {

    public static final Duration TOLERANCE = Duration.ofMillis(60);

    private Sounds() {
    }

    public static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    public static short[] tone(double hertz, long millis) {
        return Tones.sine(hertz, ms(millis));
    }

    /** A tone sampled at any rate. */
    public static short[] tone(double hertz, long millis, int rate) {
        short[] samples = new short[(int) (millis * rate / 1000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(16_000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    public static short[] join(short[]... parts) {
        short[] joined = new short[Stream.of(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** A WAV file of 16 bit mono. */
    public static byte[] wav(short[] samples, int rate) {
        ByteBuffer wav = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + samples.length * 2).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2)
                .putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(samples.length * 2);
        wav.asShortBuffer().put(samples);
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The audio has one tone of that frequency and of that length, give or take 60 ms. */
    public static void assertTone(Audio audio, double hertz, long millis) {
        Span tone = audio.longestTone(hertz)
                .orElseThrow(() -> new AssertionError("no " + hertz + " Hz in " + audio.length()));
        assertThat(tone.length()).as("length of the tone").isCloseTo(ms(millis), TOLERANCE);
        Duration middle = tone.start().plus(tone.length().dividedBy(2));
        assertThat(audio.frequencyAt(middle)).as("frequency of the tone").isCloseTo(hertz, within(4.0));
    }
}
