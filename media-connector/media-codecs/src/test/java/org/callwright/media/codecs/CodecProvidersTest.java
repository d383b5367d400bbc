package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;
import org.junit.jupiter.api.Test;

class CodecProvidersTest {

    private static List<MediaCodecProvider> providers() {
        return ServiceLoader.load(MediaCodecProvider.class).stream().map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(MediaCodecProvider::priority)).toList();
    }

    @Test
    void providersShouldBeFoundInTheOrderOfOurOffers() {
        assertThat(providers()).extracting(MediaCodecProvider::encodingName)
                .containsExactly("PCMU", "PCMA", "GSM", "L16");
        assertThat(providers()).extracting(MediaCodecProvider::staticPayloadType).containsExactly(0, 8, 3, -1);
        assertThat(providers()).extracting(MediaCodecProvider::clockRate).containsOnly(8000);
    }

    @Test
    void codecsShouldUseOffsetsAndReturnLengths() {
        for (MediaCodecProvider provider : List.of(new PcmuProvider(), new PcmaProvider(), new L16Provider())) {
            MediaCodec codec = provider.create();
            short[] samples = {1, 2, 8, -8, 8 * 33, 3, 4};
            byte[] payload = new byte[20];
            int bytes = codec.encode(samples, 2, 3, payload, 5);
            assertThat(bytes).isEqualTo(provider.encodingName().equals("L16") ? 6 : 3);
            short[] decoded = new short[6];
            assertThat(codec.decode(payload, 5, bytes, decoded, 1)).isEqualTo(3);
            assertThat(decoded[0]).isZero();
            assertThat(decoded[1]).isEqualTo((short) 8);
            assertThat(decoded[2]).isEqualTo((short) -8);
            assertThat(decoded[4]).isZero();
            assertThat(codec.samplesPerFrame()).isEqualTo(80);
        }
    }

    @Test
    void payloadsWithoutRoomShouldNotBeDecoded() {
        for (MediaCodecProvider provider : providers()) {
            MediaCodec codec = provider.create();
            byte[] payload = new byte[2048];
            int bytes = codec.encode(new short[480], 0, 480, payload, 0);
            assertThat(codec.decode(payload, 0, bytes, new short[480], 1)).as(provider.encodingName()).isZero();
            assertThat(codec.decode(payload, 0, bytes, new short[481], 1)).as(provider.encodingName()).isEqualTo(480);
        }
    }

    @Test
    void linearSamplesShouldBeInNetworkOrder() {
        MediaCodec codec = new L16Provider().create();
        byte[] payload = new byte[4];
        codec.encode(new short[] {0x1234, -2}, 0, 2, payload, 0);
        assertThat(payload).containsExactly(0x12, 0x34, 0xFF, 0xFE);
        short[] samples = new short[2];
        codec.decode(payload, 0, 4, samples, 0);
        assertThat(samples).containsExactly((short) 0x1234, (short) -2);
        assertThat(codec.decode(payload, 0, 3, samples, 0)).isZero();
    }
}
