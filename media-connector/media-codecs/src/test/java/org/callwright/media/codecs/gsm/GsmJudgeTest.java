package org.callwright.media.codecs.gsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.callwright.media.judge.Audio;
import org.callwright.media.judge.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bit for bit against libgsm, which sox has inside, over more than a minute; skipped without sox and espeak-ng. */
class GsmJudgeTest {

    private static final String TEXT = "Your verification code is four, seven, two. Please hold the line, or press the "
            + "star key to hear it again. Thursday's weather: sunshine, a light breeze and, later, thick fog.";
    private static final List<String> RAW = List.of("-t", "raw", "-r", "8000", "-e", "signed", "-b", "16", "-c", "1",
            "-L", "-");
    private static final List<String> GSM = List.of("-t", "gsm", "-r", "8000", "-c", "1", "-");

    @BeforeEach
    void programsMustBeInstalled() {
        assumeTrue(Program.installed("sox") && Program.installed("espeak-ng"), "sox or espeak-ng is not installed");
    }

    private static byte[] sox(List<String> from, List<String> to, byte[] bytes) {
        return Program.run(Program.command(List.of("sox", "-D", "-V1"), from, to), bytes);
    }

    private static short[] audio() {
        short[] audio = Audio.join(Audio.mixed(), Audio.spoken("en", TEXT), Audio.spoken("en+f3", TEXT));
        assertThat(audio.length).isGreaterThan(60 * 8000);
        return Arrays.copyOf(audio, audio.length / GsmFrame.SAMPLES * GsmFrame.SAMPLES);
    }

    @Test
    void encoderShouldGiveTheBytesOfLibgsm() {
        short[] audio = audio();
        byte[] theirs = sox(RAW, GSM, Audio.bytes(audio));
        byte[] ours = GsmTest.encode(new GsmEncoder(), audio);
        assertThat(Arrays.mismatch(theirs, ours)).as("first byte that differs").isEqualTo(-1);
    }

    @Test
    void decoderShouldGiveTheSamplesOfLibgsm() {
        byte[] frames = GsmTest.encode(new GsmEncoder(), audio());
        assertSameSamples(frames);
    }

    @Test
    void decoderShouldGiveTheSamplesOfLibgsmForDamagedFramesToo() {
        byte[] frames = GsmTest.encode(new GsmEncoder(), audio());
        Random random = new Random(7);
        for (int i = 0; i < frames.length / 20; i++) {
            int at = random.nextInt(frames.length);
            frames[at] ^= (byte) (at % GsmFrame.BYTES == 0 ? random.nextInt(16) : random.nextInt(256));
        }
        assertSameSamples(frames);
    }

    private static void assertSameSamples(byte[] frames) {
        short[] theirs = Audio.samples(sox(GSM, RAW, frames));
        short[] ours = GsmTest.decode(new GsmDecoder(), frames);
        assertThat(Arrays.mismatch(theirs, ours)).as("first sample that differs").isEqualTo(-1);
    }
}
