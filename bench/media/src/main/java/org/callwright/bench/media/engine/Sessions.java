package org.callwright.bench.media.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayRequest;

/**
 * The commands of the engine's process:
 * <ul>
 * <li>{@code mix PORT/PAYLOAD-TYPE ...}: sessions with these peers in one mix; answers with the ports of the legs
 * <li>{@code duplex PORT KEYS FILE}: a session that plays the file and listens for keys, as {@code events}, which the
 * peer then offers, or as {@code tones} in the audio; answers with the leg's port
 * <li>{@code figures}: see {@link EngineFigures}
 * <li>{@code memory}: bytes of live objects and of direct buffers
 * <li>{@code release}: ends all sessions and answers when they are gone
 * </ul>
 */
final class Sessions {

    private static final String EVENTS = " 101\r\na=rtpmap:101 telephone-event/8000";

    private final MediaServer server;
    private final List<MediaSession> sessions = new ArrayList<>();

    Sessions(MediaServer server) {
        this.server = server;
    }

    String run(String command) throws Exception {
        String[] words = command.split(" ", 4);
        switch (words[0]) {
            case "mix":
                return mix(command.substring("mix ".length()));
            case "duplex":
                return duplex(words[1], words[2].equals("events"), Path.of(words[3]));
            case "figures":
                return figures(server.statistics());
            case "memory":
                LiveMemory memory = LiveMemory.measure();
                return memory.heapBytes() + " " + memory.directBytes();
            case "release":
                return release();
            default:
                throw new IllegalArgumentException(command);
        }
    }

    /** The first member's session owns the mixer. */
    private String mix(String peers) throws Exception {
        List<String> ports = new ArrayList<>();
        MediaMixer mixer = null;
        for (String peer : peers.split(" ")) {
            MediaSession session = session();
            mixer = mixer == null ? session.createMediaMixer() : mixer;
            NetworkConnection connection = session.createNetworkConnection(silence -> { });
            ports.add(agree(connection, peer.replaceFirst("/", " RTP/AVP ")));
            mixer.join(Direction.DUPLEX, connection);
        }
        return String.join(" ", ports);
    }

    private String duplex(String port, boolean events, Path prompt) throws Exception {
        MediaSession session = session();
        NetworkConnection connection = session.createNetworkConnection(silence -> { });
        MediaGroup group = session.createMediaGroup();
        group.join(Direction.DUPLEX, connection);
        group.signalDetector().onSignal(signal -> { });
        group.player().play(new PlayRequest(List.of(new AudioSegment.File(prompt)), 1));
        return agree(connection, port + " RTP/AVP 0" + (events ? EVENTS : ""));
    }

    private MediaSession session() throws Exception {
        MediaSession session = server.createMediaSession("CA-bench");
        sessions.add(session);
        return session;
    }

    /** @param media of the peer's offer: its port, protocol and payload types, and what belongs to them */
    private static String agree(NetworkConnection connection, String media) throws Exception {
        String answer = connection.sdpPortManager().processSdpOffer("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\n"
                + "c=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + media + "\r\n")
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        return answer.replaceAll("(?s).*m=audio (\\d+).*", "$1");
    }

    private static String figures(MediaStatistics now) {
        Stream<Long> counters = Stream.of(now.packetsSent(), now.packetsReceived(), now.packetsLost(),
                now.packetsDiscarded(), now.framesConcealed());
        return Stream.concat(counters, now.lateness().turns().stream()).map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private String release() {
        sessions.forEach(MediaSession::release);
        sessions.clear();
        while (server.statistics().sessionsActive() > 0 || server.statistics().portsActive() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return "released";
    }
}
