package org.callwright.mixer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;
import org.callwright.media.spi.NetworkConnection;

/**
 * The engine with its mixes, in a process of its own so that its CPU can be told from its peers'. Reads the peers'
 * ports from its input, one line for each mix; answers with the ports of the legs in the same order, and once more,
 * when the input ends, with turns and late turns.
 */
public final class MixerProcess {

    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 29_999;

    private MixerProcess() {
    }

    public static void main(String[] arguments) throws Exception {
        MediaServerConfig config = new MediaServerConfig(InetAddress.getByName("127.0.0.1"), "127.0.0.1", FIRST_PORT,
                LAST_PORT, Duration.ZERO);
        try (MediaServer server = new EmbeddedDriver().start(config)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            String peers = lines.readLine();
            while (peers != null && !peers.isEmpty()) {
                System.out.println(mix(server, peers).stream().map(String::valueOf).collect(Collectors.joining(" ")));
                peers = lines.readLine();
            }
            awaitEnd(lines);
            MediaStatistics statistics = server.statistics();
            System.out.println(statistics.ticks() + " " + statistics.lateTicks());
        }
    }

    private static void awaitEnd(BufferedReader lines) throws IOException {
        while (lines.readLine() != null) {
            continue;
        }
    }

    /** A mix whose first member's session owns the mixer. */
    private static List<Integer> mix(MediaServer server, String peers) throws Exception {
        List<Integer> ports = new ArrayList<>();
        MediaMixer mixer = null;
        for (int peer : Arrays.stream(peers.split(" ")).mapToInt(Integer::parseInt).toArray()) {
            MediaSession session = server.createMediaSession("CA-mix");
            NetworkConnection connection = session.createNetworkConnection(silence -> { });
            mixer = mixer == null ? session.createMediaMixer() : mixer;
            String answer = connection.sdpPortManager().processSdpOffer("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\n"
                    + "c=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + peer + " RTP/AVP 0\r\n")
                    .toCompletableFuture().get(10, TimeUnit.SECONDS);
            mixer.join(Direction.DUPLEX, connection);
            ports.add(Integer.parseInt(answer.replaceAll("(?s).*m=audio (\\d+).*", "$1")));
        }
        return ports;
    }
}
