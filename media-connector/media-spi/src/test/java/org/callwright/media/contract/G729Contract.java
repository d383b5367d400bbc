package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a driver must do with G.729 when the plug-in is there; not a part of {@link MediaDriverContract}. */
public interface G729Contract extends ContractWorld {

    int G729 = 18;

    /** The driver under test. */
    @Override
    MediaDriver driver();

    private static MediaCodec codec() {
        return ServiceLoader.load(MediaCodecProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.encodingName().equals("G729")).findFirst().orElseThrow().create();
    }

    @Test
    default void offersShouldNameItWithoutAnnexB() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String offer = Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            assertThat(Sdp.lines(offer, "m=").get(0)).contains(" 18 ");
            assertThat(Sdp.lines(offer, "a=rtpmap:18")).containsExactly("a=rtpmap:18 G729/8000");
            assertThat(Sdp.lines(offer, "a=fmtp:18")).containsExactly("a=fmtp:18 annexb=no");
        }
    }

    @Test
    default void offerWithoutAnRtpmapShouldBeTaken() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String answer = call.offer(call.peer.offer("18 0"));
            assertThat(Sdp.lines(answer, "m=")).containsExactly("m=audio " + Sdp.port(answer) + " RTP/AVP 18 0");
            assertThat(Sdp.lines(answer, "a=fmtp:18")).containsExactly("a=fmtp:18 annexb=no");
            call.hearing();
            assertThat(call.peer.received().get(0).payloadType()).isEqualTo(G729);
            assertThat(call.peer.received().get(0).payload()).hasSize(20);
        }
    }

    @Test
    default void packetsShouldHoldWholeFrames() throws Exception {
        int[][] cases = {{10, 10}, {30, 30}, {45, 40}, {60, 60}};
        for (int[] each : cases) {
            try (MediaServer server = start(); Call call = new Call(server)) {
                call.offer(call.peer.offer("18", "a=ptime:" + each[0]));
                Eventually.eventually("packets arrive", () -> call.peer.received().size() > 3);
                for (int i = 0; i < 3; i++) {
                    assertThat(call.peer.received().get(i).payload()).hasSize(each[1]);
                    assertThat(call.peer.received().get(i + 1).timestamp() - call.peer.received().get(i).timestamp())
                            .isEqualTo(8 * each[1]);
                }
            }
        }
    }

    @Test
    default void playerShouldBeHeard() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("18"));
            call.hearing();
            Eventually.result(call.play(new AudioSegment.Tone(500, -10, Duration.ofMillis(600))));
            MediaCodec codec = codec();
            List<RtpPeer.Packet> packets = List.copyOf(call.peer.received());
            short[] heard = new short[160 * packets.size()];
            for (int i = 0; i < packets.size(); i++) {
                assertThat(codec.decode(packets.get(i).payload(), 0, 20, heard, 160 * i)).isEqualTo(160);
            }
            int start = 0;
            while (heard[start] < 2000) {
                start++;
            }
            assertThat(Signals.tone(Arrays.copyOfRange(heard, start + 800, start + 4000), 500)).isTrue();
        }
    }

    @Test
    default void recordingShouldHoldWhatThePeerSaid(@TempDir Path folder) throws Exception {
        MediaCodec codec = codec();
        short[] spoken = Signals.marked(160 * 20);
        byte[] coded = new byte[20 * 20];
        codec.encode(spoken, 0, spoken.length, coded, 0);
        short[] expected = new short[spoken.length + 80];
        codec.decode(coded, 0, coded.length, expected, 0);
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("18"));
            call.hearing();
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            for (int i = 0; i < 19; i++) {
                call.peer.packet(call.peer.sequence + i, call.peer.timestamp + 160 * i, i == 0, G729,
                        Arrays.copyOfRange(coded, 20 * i, 20 * i + 20));
            }
            byte[] last = Arrays.copyOf(Arrays.copyOfRange(coded, 380, 400), 22);
            call.peer.packet(call.peer.sequence + 19, call.peer.timestamp + 160 * 19, false, G729, last);
            call.group.recorder().stop();
            Eventually.result(recording);
            assertThat(Signals.find(Wav.read(file), expected)).isGreaterThanOrEqualTo(0);
        }
    }
}
