package org.callwright.bench.media.named;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callwright.media.spi.MediaCodecProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameListenerTest {

    private static final int SECOND = 50;

    @ParameterizedTest
    @ValueSource(strings = {"PCMU", "GSM", "G729"})
    void everyNameShouldBeHeardOnceASecondThroughEachCodec(String encoding) {
        for (int name = 0; name < NamedAudio.NAMES; name++) {
            NameListener listener = listen(name, encoding, twice(NamedAudio.payloads(name, codec(encoding).create())));

            assertThat(listener.heard()).as(encoding + " " + name).isEqualTo(10);
            assertThat(listener.foreign()).as(encoding + " " + name).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCMU", "GSM", "G729"})
    void anothersNameShouldBeForeign(String encoding) {
        NameListener listener = listen(4, encoding, NamedAudio.payloads(5, codec(encoding).create()));

        assertThat(listener.heard()).isZero();
        assertThat(listener.foreign()).isEqualTo(5);
    }

    @Test
    void namesThatAreCutOutOrDrownedInSilenceShouldNotBeHeard() {
        List<byte[]> payloads = new ArrayList<>(NamedAudio.payloads(3, codec("PCMU").create()));
        payloads.subList(SECOND - 10, SECOND).clear();
        byte[] silence = new byte[160];
        Arrays.fill(silence, (byte) 0xFF);
        IntStream.range(2 * SECOND, 3 * SECOND).forEach(i -> payloads.set(i, silence));

        assertThat(listen(3, "PCMU", payloads).heard()).isEqualTo(3);
    }

    private static List<byte[]> twice(List<byte[]> payloads) {
        return Stream.concat(payloads.stream(), payloads.stream()).toList();
    }

    private static NameListener listen(int expected, String encoding, List<byte[]> payloads) {
        NameListener listener = new NameListener(expected);
        listener.listen(payloads, codec(encoding).create());
        return listener;
    }

    private static MediaCodecProvider codec(String encoding) {
        return ServiceLoader.load(MediaCodecProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(each -> each.encodingName().equals(encoding)).findFirst().orElseThrow();
    }
}
