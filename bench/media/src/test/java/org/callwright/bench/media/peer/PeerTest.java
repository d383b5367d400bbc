package org.callwright.bench.media.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.audio.MarkedAudioReader;
import org.callwright.load.audio.MarkedFrame;
import org.junit.jupiter.api.Test;

class PeerTest {

    private static final int STREAM = 7;
    private static final long ROUND = 5_000_000;
    private static final long LIMIT = 5_000_000_000L;

    @Test
    void reportsAndOtherPayloadTypesShouldNotBeTakenForAudio() throws Exception {
        MarkedAudioReader reader = new MarkedAudioReader();
        try (Peers peers = new Peers(); DatagramChannel sender = DatagramChannel.open()) {
            Peer peer = peers.add(0, new SilentVoice());
            peer.listen(reader::accept);
            InetSocketAddress target = new InetSocketAddress("127.0.0.1", peer.port());
            sender.send(frame(0, 0), target);
            sender.send(report(), target);
            sender.send(frame(101, 1), target);
            sender.send(frame(0, 1), target);
            long until = System.nanoTime() + LIMIT;
            while (reader.verdict().frames() < 2 && System.nanoTime() < until) {
                peers.run(ROUND);
            }
        }
        assertThat(reader.verdict()).isEqualTo(new AudioVerdict(STREAM, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatIsSaidShouldBeHeardAndCounted() throws Exception {
        MarkedAudioReader reader = new MarkedAudioReader();
        try (Peers peers = new Peers()) {
            Peer one = peers.add(0, new MarkedVoice(STREAM));
            Peer two = peers.add(0, new SilentVoice());
            one.talkTo(two.port());
            two.talkTo(one.port());
            two.listen(reader::accept);
            peers.begin();
            peers.count();
            long until = System.nanoTime() + LIMIT;
            while (reader.verdict().frames() < 10 && System.nanoTime() < until) {
                peers.run(ROUND);
            }
            assertThat((long) peers.arrivals().summary(0).get("packets")).isGreaterThan(10);
            assertThat(peers.arrivals().summary(0)).containsEntry("lost", 0L).containsEntry("disordered", 0L);
        }
        assertThat(reader.verdict().whole()).isTrue();
        assertThat(reader.verdict().first()).isZero();
        assertThat(reader.verdict().frames()).isGreaterThanOrEqualTo(10);
    }

    private static ByteBuffer frame(int payloadType, int number) {
        byte[] payload = new byte[MarkedFrame.SAMPLES];
        MarkedFrame.write(STREAM, number, payload, 0);
        return ByteBuffer.allocate(12 + payload.length).put((byte) 0x80).put((byte) payloadType)
                .putShort((short) number).putInt(160 * number).putInt(1).put(payload).flip();
    }

    /** A sender report (RFC 3550, 6.4.1) without blocks. */
    private static ByteBuffer report() {
        return ByteBuffer.allocate(28).put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(1).clear();
    }
}
