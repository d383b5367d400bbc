package org.callwright.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariant: no allocation per RTP packet. Watches the tick threads while calls play, hear each other in two mixes,
 * record in all ways and listen for machines and for keys; every other one by GSM. Code that is
 * not compiled yet allocates what compiled code does not: so one of ten windows of three seconds must be without.
 */
class HotPathAllocationTest {

    private static final int CALLS = 20;
    private static final int GSM = 3;
    private static final int ROUNDS = 150;
    private static final int LONGEST = 10 * ROUNDS;

    private record Window(long received, long sent, long bytes) {

        static Window between(MediaStatistics before, MediaStatistics after, long bytes) {
            return new Window(after.packetsReceived() - before.packetsReceived(),
                    after.packetsSent() - before.packetsSent(), bytes);
        }

        double bytesPerPacket() {
            return (double) bytes / (received + sent);
        }
    }

    @Test
    void packetsShouldNotBeAllocatedFor(@TempDir Path folder) throws Exception {
        InetAddress local = InetAddress.getLoopbackAddress();
        try (MediaServer server = new EmbeddedDriver().start(
                new MediaServerConfig(local, "127.0.0.1", 23_500, 24_499, Duration.ofSeconds(30)));
                DatagramChannel peer = DatagramChannel.open(StandardProtocolFamily.INET)) {
            peer.bind(new InetSocketAddress(local, 0));
            int port = ((InetSocketAddress) peer.getLocalAddress()).getPort();
            List<InetSocketAddress> legs = new ArrayList<>();
            List<MediaMixer> mixers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                MediaSession session = server.createMediaSession("CA-load");
                if (i < 2) {
                    mixers.add(session.createMediaMixer());
                }
                RecordedAudio recorded = RecordedAudio.values()[i % 3];
                MediaMixer mixer = mixers.get(i % 4 < 2 ? 0 : mixers.size() - 1);
                int leg = call(session, port, i % 2 * GSM, folder.resolve(i + ".wav"), recorded, mixer);
                legs.add(new InetSocketAddress(local, leg));
            }
            Window window = null;
            for (int sent = 0; sent < LONGEST && (window == null || window.bytesPerPacket() >= 1); sent += ROUNDS) {
                MediaStatistics before = server.statistics();
                long bytesBefore = tickThreadBytes();
                send(peer, legs, sent, sent + ROUNDS);
                window = Window.between(before, server.statistics(), tickThreadBytes() - bytesBefore);
            }
            assertThat(window.received()).isGreaterThan(CALLS * ROUNDS * 2L / 3);
            assertThat(window.sent()).isGreaterThan(CALLS * ROUNDS * 2L / 3);
            assertThat(window.bytesPerPacket()).isLessThan(1);
        }
    }

    private static int call(MediaSession session, int peerPort, int payloadType, Path file, RecordedAudio recorded,
            MediaMixer mixer) throws Exception {
        NetworkConnection connection = session.createNetworkConnection(silence -> { });
        MediaGroup group = session.createMediaGroup();
        group.join(Direction.DUPLEX, connection);
        group.signalDetector().onSignal(signal -> { });
        String answer = connection.sdpPortManager().processSdpOffer("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\n"
                + "c=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + peerPort + " RTP/AVP " + payloadType + "\r\n")
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        mixer.join(Direction.DUPLEX, connection);
        if (payloadType != GSM) {
            group.player().play(new PlayRequest(List.of(new AudioSegment.Tone(400, -10, Duration.ofSeconds(60))), 0));
        }
        group.machineDetector().detect(new MachineDetection(MachineDetection.Mode.DETECT_MESSAGE_END,
                Duration.ofSeconds(59), Duration.ofSeconds(6), Duration.ofSeconds(5), Duration.ofSeconds(10)));
        group.recorder().record(new RecordRequest(file, false, Duration.ofMinutes(9), Duration.ofMinutes(1), recorded,
                AudioFormat.WAV));
        return Integer.parseInt(answer.replaceAll("(?s).*m=audio (\\d+).*", "$1"));
    }

    private static void send(DatagramChannel peer, List<InetSocketAddress> legs, int from, int to) throws Exception {
        ByteBuffer packet = ByteBuffer.allocateDirect(172);
        long next = System.nanoTime();
        for (int i = from; i < to; i++) {
            for (int leg = 0; leg < legs.size(); leg++) {
                boolean gsm = leg % 2 == 1;
                packet.clear();
                packet.putShort((short) (0x8000 | leg % 2 * GSM)).putShort((short) i).putInt(160 * i).putInt(leg);
                packet.put((byte) (gsm ? 0xD0 : 0)).position(gsm ? 45 : 172).flip();
                peer.send(packet, legs.get(leg));
            }
            next += 20_000_000;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private static long tickThreadBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith("media-tick-"))
                .mapToLong(info -> info.getThreadId()).toArray();
        assertThat(ids).isNotEmpty();
        return Arrays.stream(threads.getThreadAllocatedBytes(ids)).sum();
    }
}
