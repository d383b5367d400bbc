package org.callwright.media.g729;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.callwright.media.judge.Audio;
import org.callwright.media.judge.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Speech between this codec, ffmpeg (which only decodes) and bcg729, in all directions. What each makes of the same bits
 * is about equally near to the original; skipped where the programs are not installed.
 */
class G729JudgeTest {

    private static final String TEXT = "Your verification code is four, seven, two, nine, one, three. Please hold the "
            + "line, or press the star key to hear it again. The weather on Thursday: a light breeze and, later, fog.";
    private static final double WORST = 2.0;
    private static final double NEAR = 0.3;

    private short[] speech;

    @BeforeEach
    void speechMustBeThere() {
        assumeTrue(Program.installed("espeak-ng") && Program.installed("sox"), "espeak-ng or sox is not installed");
        short[] spoken = Audio.join(Audio.spoken("en", TEXT), Audio.spoken("en+f3", TEXT));
        speech = Arrays.copyOf(spoken, spoken.length / 80 * 80);
    }

    private static short[] ffmpeg(byte[] frames) {
        assumeTrue(Program.installed("ffmpeg"), "ffmpeg is not installed");
        return Audio.samples(Program.run(List.of("ffmpeg", "-loglevel", "error", "-f", "g729", "-i", "pipe:0",
                "-f", "s16le", "-ar", "8000", "-ac", "1", "pipe:1"), frames));
    }

    private static byte[] bcg729(String direction, byte[] input) throws IOException {
        try (InputStream script = G729JudgeTest.class.getResourceAsStream("/bcg729.py")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return Program.run(List.of("python3", "-c", text, direction), input);
        }
    }

    private static void bcg729MustBeInstalled() {
        assumeTrue(Program.installed("python3"), "python3 is not installed");
        try {
            Program.run(List.of("python3", "-c", "import ctypes; ctypes.CDLL('libbcg729.so.0')"), new byte[0]);
        } catch (AssertionError e) {
            assumeTrue(false, "libbcg729 is not installed");
        }
    }

    /** The coder looks 5 ms ahead: what is decoded is 40 samples late. */
    private double snr(short[] decoded) {
        return Audio.segmentalSnr(speech, Arrays.copyOfRange(decoded, 40, decoded.length));
    }

    @Test
    void ffmpegShouldDecodeWhatWeEncode() {
        byte[] frames = G729CodecTest.encode(new G729Codec(), speech);
        double ours = snr(G729CodecTest.decode(new G729Codec(), frames));
        assertThat(ours).isGreaterThan(WORST);
        assertThat(snr(ffmpeg(frames))).isBetween(ours - NEAR, ours + NEAR);
    }

    @Test
    void bcg729ShouldDecodeWhatWeEncode() throws IOException {
        bcg729MustBeInstalled();
        byte[] frames = G729CodecTest.encode(new G729Codec(), speech);
        double ours = snr(G729CodecTest.decode(new G729Codec(), frames));
        assertThat(snr(Audio.samples(bcg729("decode", frames)))).isBetween(ours - NEAR, ours + NEAR);
    }

    @Test
    void weShouldDecodeWhatBcg729Encodes() throws IOException {
        bcg729MustBeInstalled();
        byte[] frames = bcg729("encode", Audio.bytes(speech));
        double theirs = snr(Audio.samples(bcg729("decode", frames)));
        assertThat(theirs).isGreaterThan(WORST);
        assertThat(snr(G729CodecTest.decode(new G729Codec(), frames))).isBetween(theirs - NEAR, theirs + NEAR);
        assertThat(snr(ffmpeg(frames))).isBetween(theirs - NEAR, theirs + NEAR);
    }

    @Test
    void loudestAudioShouldNotWrapAround() {
        short[] loud = Audio.sweep(24_000, 200, 900, 32_767);
        byte[] frames = G729CodecTest.encode(new G729Codec(), loud);
        short[] ours = G729CodecTest.decode(new G729Codec(), frames);
        assertThat(Audio.segmentalSnr(ffmpeg(frames), ours)).isGreaterThan(15);
    }
}
