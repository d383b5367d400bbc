package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaStatistics;
import org.callwright.media.spi.RecordResult;

/**
 * A codec of this class path as peers use it who speak nothing else: in packets of 20 ms.
 *
 * @param name encoding name
 * @param payloadType its static one, or any dynamic one
 * @param bytes of a packet
 */
record Coding(String name, int payloadType, int bytes) {

    private static final int SAMPLES = 160;

    /** What somebody who speaks this way says. */
    interface Speech {

        void to(Call call) throws Exception;
    }

    /** What was recorded, and the server's figures by then. */
    record Recorded(short[] samples, MediaStatistics statistics) {
    }

    /** An offer of nothing but this. */
    String offer(RtpPeer peer) {
        return peer.offer(String.valueOf(payloadType), "a=rtpmap:" + payloadType + ' ' + name + "/8000");
    }

    /** A codec that remembers nothing yet. */
    MediaCodec codec() {
        return ServiceLoader.load(MediaCodecProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.encodingName().equals(name)).findFirst().orElseThrow().create();
    }

    /** So many packets of audio in which no stretch sounds like another. */
    byte[][] packets(int count) {
        MediaCodec codec = codec();
        short[] samples = Signals.marked(SAMPLES * count);
        byte[][] packets = new byte[count][bytes];
        for (int i = 0; i < count; i++) {
            codec.encode(samples, SAMPLES * i, SAMPLES, packets[i], 0);
        }
        return packets;
    }

    /** What they sound like one behind the other. */
    short[] decoded(List<byte[]> packets) {
        MediaCodec codec = codec();
        short[] samples = new short[SAMPLES * packets.size()];
        for (int i = 0; i < packets.size(); i++) {
            assertThat(codec.decode(packets.get(i), 0, bytes, samples, SAMPLES * i)).isEqualTo(SAMPLES);
        }
        return samples;
    }

    /** Sends all packets. */
    void send(RtpPeer peer, byte[][] packets) {
        send(peer, packets, IntStream.range(0, packets.length).toArray());
    }

    /** Sends those with these indices at their places in the stream, and counts on to behind the last of all. */
    void send(RtpPeer peer, byte[][] packets, int... order) {
        for (int i : order) {
            peer.packet(peer.sequence + i, peer.timestamp + SAMPLES * i, false, payloadType, packets[i]);
        }
        peer.sequence += packets.length;
        peer.timestamp += SAMPLES * packets.length;
    }

    Recorded recorded(ContractWorld world, Path folder, Speech speech) throws Exception {
        Path file = folder.resolve("r.wav");
        try (MediaServer server = world.start(); Call call = new Call(server)) {
            call.offer(call.peer.offer(String.valueOf(payloadType)));
            call.hearing();
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            speech.to(call);
            call.group.recorder().stop();
            Eventually.result(recording);
            return new Recorded(Wav.read(file), server.statistics());
        }
    }

    void playerShouldBeHeard(ContractWorld world) throws Exception {
        try (MediaServer server = world.start(); Call call = new Call(server)) {
            call.offer(call.peer.offer(String.valueOf(payloadType)));
            call.hearing();
            Eventually.result(call.play(new AudioSegment.Tone(700, -10, Duration.ofMillis(600))));
            short[] heard = decoded(call.peer.received().stream().map(RtpPeer.Packet::payload).toList());
            int start = 0;
            while (heard[start] < 2000) {
                start++;
            }
            assertThat(Signals.tone(Arrays.copyOfRange(heard, start + 800, start + 4000), 700)).isTrue();
        }
    }

    /** Whoever offers that gets packets so long and so large. */
    static void packetsShouldHold(ContractWorld world, String format, String line, int milliseconds, int bytes)
            throws Exception {
        try (MediaServer server = world.start(); Call call = new Call(server)) {
            String answer = call.offer(call.peer.offer(format, "a=rtpmap:97 L16/8000", line));
            assertThat(answer).contains("\r\na=ptime:" + milliseconds + "\r\n");
            Eventually.eventually("packets arrive", () -> call.peer.received().size() > 3);
            for (int i = 0; i < 3; i++) {
                assertThat(call.peer.received().get(i).payload()).hasSize(bytes);
                assertThat(call.peer.received().get(i + 1).timestamp() - call.peer.received().get(i).timestamp())
                        .isEqualTo(8 * milliseconds);
            }
        }
    }
}
