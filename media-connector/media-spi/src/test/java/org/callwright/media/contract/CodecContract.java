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
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How codecs other than G.711 are agreed on and carried. What the peer says and understands goes through the codecs of
 * this class path: whether these are right is for their own tests.
 */
interface CodecContract extends ContractWorld {

    int GSM = 3;
    int GSM_BYTES = 33;
    String L16 = "a=rtpmap:97 L16/8000";

    private static MediaCodec codec(String name) {
        return ServiceLoader.load(MediaCodecProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.encodingName().equals(name)).findFirst().orElseThrow().create();
    }

    private static byte[][] gsmFrames(int count) {
        MediaCodec codec = codec("GSM");
        short[] samples = Signals.marked(160 * count);
        byte[][] frames = new byte[count][GSM_BYTES];
        for (int i = 0; i < count; i++) {
            codec.encode(samples, 160 * i, 160, frames[i], 0);
        }
        return frames;
    }

    private static short[] decoded(MediaCodec codec, List<byte[]> frames) {
        short[] samples = new short[160 * frames.size()];
        for (int i = 0; i < frames.size(); i++) {
            codec.decode(frames.get(i), 0, GSM_BYTES, samples, 160 * i);
        }
        return samples;
    }

    private static CompletionStage<RecordResult> recording(Call call, Path file) {
        CompletionStage<RecordResult> result = call.record(file);
        Eventually.eventually("the file is there", () -> Files.exists(file));
        return result;
    }

    private static short[] recorded(Call call, CompletionStage<RecordResult> recording, Path file) throws Exception {
        call.group.recorder().stop();
        Eventually.result(recording);
        return Wav.read(file);
    }

    /** Sends the frames with these indices at their places in the stream, and counts on to behind the last of all. */
    private static void send(RtpPeer peer, byte[][] frames, int count, int... order) {
        for (int i : order) {
            peer.packet(peer.sequence + i, peer.timestamp + 160 * i, false, GSM, frames[i]);
        }
        peer.sequence += count;
        peer.timestamp += 160 * count;
    }

    @Test
    default void staticTypesShouldNeedNoRtpmap() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String answer = call.offer(call.peer.offer("3 0"));
            assertThat(Sdp.lines(answer, "m=")).containsExactly("m=audio " + Sdp.port(answer) + " RTP/AVP 3 0");
            assertThat(Sdp.lines(answer, "a=rtpmap:")).containsExactly("a=rtpmap:3 GSM/8000", "a=rtpmap:0 PCMU/8000");
            call.hearing();
            RtpPeer.Packet packet = call.peer.received().get(0);
            assertThat(packet.payloadType()).isEqualTo(GSM);
            assertThat(packet.payload()).hasSize(GSM_BYTES);
            assertThat(packet.payload()[0] >> 4 & 0xF).isEqualTo(0xD);
        }
    }

    @Test
    default void offersShouldNameAllCodecs() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String offer = Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            assertThat(Sdp.lines(offer, "a=rtpmap:")).contains("a=rtpmap:0 PCMU/8000", "a=rtpmap:8 PCMA/8000",
                    "a=rtpmap:3 GSM/8000", "a=rtpmap:96 L16/8000", "a=rtpmap:101 telephone-event/8000");
        }
    }

    @Test
    default void packetsShouldHoldWholeFrames() throws Exception {
        Object[][] cases = {{"3", "a=ptime:30", 20, GSM_BYTES}, {"3", "a=ptime:40", 40, 2 * GSM_BYTES},
            {"3", "a=ptime:60", 60, 3 * GSM_BYTES}, {"3", "a=maxptime:10", 20, GSM_BYTES},
            {"97", "a=ptime:60", 60, 960}, {"97", "a=ptime:10", 10, 160}, {"8", "a=ptime:60", 60, 480}};
        for (Object[] each : cases) {
            try (MediaServer server = start(); Call call = new Call(server)) {
                String answer = call.offer(call.peer.offer((String) each[0], L16, (String) each[1]));
                assertThat(answer).contains("\r\na=ptime:" + each[2] + "\r\n");
                Eventually.eventually("packets arrive", () -> call.peer.received().size() > 3);
                for (int i = 0; i < 3; i++) {
                    assertThat(call.peer.received().get(i).payload()).hasSize((int) each[3]);
                    assertThat(call.peer.received().get(i + 1).timestamp() - call.peer.received().get(i).timestamp())
                            .isEqualTo(8 * (int) each[2]);
                }
            }
        }
    }

    @Test
    default void playerShouldBeHeardThroughGsm() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("3"));
            call.hearing();
            Eventually.result(call.play(new AudioSegment.Tone(700, -10, Duration.ofMillis(600))));
            List<byte[]> frames = call.peer.received().stream().map(RtpPeer.Packet::payload).toList();
            short[] heard = decoded(codec("GSM"), frames);
            int start = 0;
            while (heard[start] < 2000) {
                start++;
            }
            assertThat(Signals.tone(Arrays.copyOfRange(heard, start + 800, start + 4000), 700)).isTrue();
        }
    }

    @Test
    default void recordingShouldHoldWhatAGsmPeerSaid(@TempDir Path folder) throws Exception {
        byte[][] frames = gsmFrames(20);
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("3"));
            call.hearing();
            CompletionStage<RecordResult> recording = recording(call, file);
            send(call.peer, frames, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            call.offer(call.peer.offer("3", "a=sendonly"));
            call.offer(call.peer.offer("3"));
            send(call.peer, Arrays.copyOfRange(frames, 10, 20), 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            short[] expected = decoded(codec("GSM"), List.of(frames));
            assertThat(Signals.find(recorded(call, recording, file), expected)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void lateAndLostPacketsShouldNotConfuseACodecThatRemembers(@TempDir Path folder) throws Exception {
        byte[][] frames = gsmFrames(20);
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("3"));
            call.hearing();
            CompletionStage<RecordResult> recording = recording(call, file);
            send(call.peer, frames, 20, 0, 1, 2, 3, 4, 6, 5, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19);
            short[] all = recorded(call, recording, file);
            List<byte[]> inOrder = List.of(frames[0], frames[1], frames[2], frames[3], frames[4], frames[6], frames[7],
                    frames[8], frames[9], frames[12], frames[13], frames[14], frames[15], frames[16], frames[17],
                    frames[18], frames[19]);
            short[] expected = decoded(codec("GSM"), inOrder);
            int start = Signals.find(all, Arrays.copyOf(expected, 5 * 160));
            assertThat(start).isGreaterThanOrEqualTo(0);
            assertThat(Arrays.copyOfRange(all, start + 6 * 160, start + 10 * 160))
                    .isEqualTo(Arrays.copyOfRange(expected, 5 * 160, 9 * 160));
            assertThat(Arrays.copyOfRange(all, start + 12 * 160, start + 20 * 160))
                    .isEqualTo(Arrays.copyOfRange(expected, 9 * 160, 17 * 160));
            assertThat(server.statistics().framesConcealed()).isEqualTo(3);
        }
    }

    @Test
    default void anotherSenderShouldBeginWithoutMemory(@TempDir Path folder) throws Exception {
        byte[][] frames = gsmFrames(10);
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("3"));
            call.hearing();
            CompletionStage<RecordResult> recording = recording(call, file);
            send(call.peer, frames, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            call.peer.ssrc = 0x0BAD_CAFE;
            call.peer.sequence = 17;
            call.peer.timestamp = 99;
            send(call.peer, frames, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            short[] once = decoded(codec("GSM"), List.of(frames));
            assertThat(Signals.find(recorded(call, recording, file), Signals.concat(once, once)))
                    .isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void payloadsOfImpossibleLengthShouldBeDropped(@TempDir Path folder) throws Exception {
        byte[][] frames = gsmFrames(5);
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("3"));
            call.hearing();
            byte[] many = new byte[GSM_BYTES * 61];
            Arrays.fill(many, (byte) 0xD0);
            CompletionStage<RecordResult> recording = recording(call, file);
            call.peer.packet(call.peer.sequence++, call.peer.timestamp, false, GSM, many);
            call.peer.packet(call.peer.sequence++, call.peer.timestamp, false, GSM, new byte[32]);
            call.peer.packet(call.peer.sequence++, call.peer.timestamp, false, GSM, new byte[33]);
            send(call.peer, frames, 5, 0, 1, 2, 3, 4);
            assertThat(Signals.find(recorded(call, recording, file), decoded(codec("GSM"), List.of(frames))))
                    .isGreaterThanOrEqualTo(0);
            assertThat(server.statistics().packetsDiscarded()).isEqualTo(3);
        }
    }
}
