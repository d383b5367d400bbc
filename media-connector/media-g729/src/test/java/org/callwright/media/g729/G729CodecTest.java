package org.callwright.media.g729;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ServiceLoader;
import org.callwright.media.judge.Audio;
import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;
import org.junit.jupiter.api.Test;

class G729CodecTest {

    private final short[] audio = Audio.pair(4800, 300, 900, 6000);

    static byte[] encode(MediaCodec codec, short[] samples) {
        byte[] payload = new byte[samples.length / 80 * 10];
        assertThat(codec.encode(samples, 0, samples.length / 80 * 80, payload, 0)).isEqualTo(payload.length);
        return payload;
    }

    static short[] decode(MediaCodec codec, byte[] payload) {
        short[] samples = new short[payload.length * 8];
        assertThat(codec.decode(payload, 0, payload.length, samples, 0)).isEqualTo(samples.length);
        return samples;
    }

    @Test
    void providerShouldBeFound() {
        assertThat(ServiceLoader.load(MediaCodecProvider.class)).anySatisfy(provider -> {
            assertThat(provider.encodingName()).isEqualTo("G729");
            assertThat(provider.staticPayloadType()).isEqualTo(18);
            assertThat(provider.clockRate()).isEqualTo(8000);
            assertThat(provider.formatParameters()).isEqualTo("annexb=no");
        });
    }

    @Test
    void packetsOfAnyNumberOfFramesShouldBeOneStream() {
        byte[] atOnce = encode(new G729Codec(), audio);
        MediaCodec codec = new G729Codec();
        byte[] inPieces = new byte[atOnce.length + 3];
        int at = 3;
        for (int i = 0; i < audio.length; i += 240) {
            at += codec.encode(audio, i, 240, inPieces, at);
        }
        assertThat(Arrays.copyOfRange(inPieces, 3, at)).isEqualTo(atOnce);
        assertThat(codec.samplesPerFrame()).isEqualTo(80);
        assertThat(codec.remembers()).isTrue();
    }

    @Test
    void toneShouldSurvive() {
        short[] heard = decode(new G729Codec(), encode(new G729Codec(), audio));
        assertThat(level(heard)).isBetween(0.5 * level(audio), 2 * level(audio));
    }

    private static double level(short[] samples) {
        double sum = 0;
        for (int i = 800; i < samples.length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (samples.length - 800));
    }

    @Test
    void comfortNoiseShouldBeSilenceAndOtherLengthsRefused() {
        byte[] payload = Arrays.copyOf(encode(new G729Codec(), Arrays.copyOf(audio, 160)), 22);
        MediaCodec codec = new G729Codec();
        short[] samples = new short[400];
        Arrays.fill(samples, (short) 7);
        assertThat(codec.decode(payload, 0, 22, samples, 100)).isEqualTo(240);
        assertThat(Arrays.copyOfRange(samples, 260, 340)).containsOnly(0);
        assertThat(samples[99]).isEqualTo((short) 7);
        assertThat(samples[340]).isEqualTo((short) 7);
        assertThat(codec.decode(payload, 0, 2, samples, 0)).isEqualTo(80);
        for (int length : new int[] {0, 1, 3, 9, 11, 15, 19, 21}) {
            assertThat(codec.decode(payload, 0, length, samples, 0)).as("length " + length).isZero();
        }
        assertThat(codec.decode(payload, 0, 20, samples, 241)).isZero();
    }

    @Test
    void resetShouldMakeItAsNew() {
        MediaCodec codec = new G729Codec();
        byte[] first = encode(codec, audio);
        short[] heard = decode(codec, first);
        codec.reset();
        assertThat(encode(codec, audio)).isEqualTo(first);
        assertThat(decode(codec, first)).isEqualTo(heard);
    }
}
