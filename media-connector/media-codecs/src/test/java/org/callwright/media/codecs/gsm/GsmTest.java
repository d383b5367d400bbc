package org.callwright.media.codecs.gsm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.callwright.media.judge.Audio;
import org.callwright.media.spi.MediaCodec;
import org.junit.jupiter.api.Test;

class GsmTest {

    /** Of what libgsm makes of {@link Audio#mixed}: {@link GsmJudgeTest} asks it again where it is installed. */
    private static final String ENCODED = "621689e93842d5d317dcfe95b39c527beca01b717605a1b2b66bc30bedda65db";
    private static final String DECODED = "80a2c76b952724629fecfa47513ce3a5030e4970e5cd9629c7db5082fdad65b4";

    static byte[] encode(GsmEncoder encoder, short[] samples) {
        byte[] frames = new byte[samples.length / GsmFrame.SAMPLES * GsmFrame.BYTES];
        for (int i = 0; i < samples.length / GsmFrame.SAMPLES; i++) {
            encoder.encode(samples, i * GsmFrame.SAMPLES, frames, i * GsmFrame.BYTES);
        }
        return frames;
    }

    static short[] decode(GsmDecoder decoder, byte[] frames) {
        short[] samples = new short[frames.length / GsmFrame.BYTES * GsmFrame.SAMPLES];
        for (int i = 0; i < frames.length / GsmFrame.BYTES; i++) {
            assertThat(decoder.decode(frames, i * GsmFrame.BYTES, samples, i * GsmFrame.SAMPLES)).isTrue();
        }
        return samples;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void bitsShouldBeThoseOfTheStandard() throws Exception {
        byte[] frames = encode(new GsmEncoder(), Audio.mixed());
        assertThat(sha256(frames)).isEqualTo(ENCODED);
        assertThat(sha256(Audio.bytes(decode(new GsmDecoder(), frames)))).isEqualTo(DECODED);
    }

    @Test
    void everyFrameShouldBeginWithTheSignature() {
        byte[] frames = encode(new GsmEncoder(), new short[320]);
        assertThat(frames).hasSize(66);
        assertThat(frames[0] >> 4 & 0xF).isEqualTo(0xD);
        assertThat(frames[33] >> 4 & 0xF).isEqualTo(0xD);
    }

    @Test
    void resetShouldMakeThemAsNew() {
        short[] audio = Arrays.copyOfRange(Audio.mixed(), 30_000, 46_000);
        GsmEncoder encoder = new GsmEncoder();
        byte[] first = encode(encoder, audio);
        encoder.reset();
        assertThat(encode(encoder, audio)).isEqualTo(first);
        GsmDecoder decoder = new GsmDecoder();
        short[] heard = decode(decoder, first);
        decoder.reset();
        assertThat(decode(decoder, first)).isEqualTo(heard);
    }

    @Test
    void bytesWithoutTheSignatureShouldBeRefusedAndChangeNothing() {
        byte[] frames = encode(new GsmEncoder(), Arrays.copyOfRange(Audio.mixed(), 30_000, 30_320));
        GsmDecoder decoder = new GsmDecoder();
        short[] samples = new short[160];
        assertThat(decoder.decode(new byte[33], 0, samples, 0)).isFalse();
        assertThat(samples).containsOnly(0);
        assertThat(decode(decoder, frames)).isEqualTo(decode(new GsmDecoder(), frames));
    }

    @Test
    void payloadsShouldHoldAnyNumberOfFrames() {
        short[] audio = Arrays.copyOfRange(Audio.mixed(), 30_000, 30_480);
        MediaCodec codec = new GsmProvider().create();
        byte[] payload = new byte[100];
        assertThat(codec.encode(audio, 0, 480, payload, 1)).isEqualTo(99);
        assertThat(Arrays.copyOfRange(payload, 1, 100)).isEqualTo(encode(new GsmEncoder(), audio));
        short[] decoded = new short[485];
        assertThat(codec.decode(payload, 1, 99, decoded, 5)).isEqualTo(480);
        assertThat(codec.decode(payload, 1, 98, decoded, 5)).isZero();
        assertThat(codec.decode(payload, 0, 99, decoded, 5)).isZero();
        assertThat(codec.remembers()).isTrue();
        assertThat(codec.samplesPerFrame()).isEqualTo(160);
    }

    @Test
    void anyBitsShouldDecodeToSomething() {
        byte[] frames = new byte[33 * 1000];
        new Random(3).nextBytes(frames);
        for (int i = 0; i < frames.length; i += 33) {
            frames[i] = (byte) (0xD0 | frames[i] & 0xF);
        }
        assertThat(decode(new GsmDecoder(), frames)).hasSize(160_000).isNotEqualTo(new short[160_000]);
    }

    @Test
    void framesShouldNotBeAllocatedFor() {
        short[] audio = Audio.mixed();
        GsmEncoder encoder = new GsmEncoder();
        GsmDecoder decoder = new GsmDecoder();
        byte[] frame = new byte[33];
        short[] heard = new short[160];
        run(audio, encoder, decoder, frame, heard);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        run(audio, encoder, decoder, frame, heard);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private static void run(short[] audio, GsmEncoder encoder, GsmDecoder decoder, byte[] frame, short[] heard) {
        for (int at = 0; at + 160 <= audio.length; at += 160) {
            encoder.encode(audio, at, frame, 0);
            decoder.decode(frame, 0, heard, 0);
        }
    }
}
