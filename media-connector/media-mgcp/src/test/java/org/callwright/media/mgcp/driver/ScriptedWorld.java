package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.result;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.callwright.media.mgcp.ScriptedServer;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two scripted media servers, and calls on a driver that has them. */
abstract class ScriptedWorld {

    static final String OFFER = ScriptedServer.SDP.replace("20000", "30000");

    ScriptedServer one;
    ScriptedServer two;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        one = new ScriptedServer();
        two = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    static MediaServer start(String servers, String... more) throws Exception {
        return start(servers, Duration.ZERO, more);
    }

    static MediaServer start(String servers, Duration inactivity, String... more) throws Exception {
        Map<String, String> properties = new HashMap<>(Map.of("mgcp.servers", servers, "mgcp.local", "127.0.0.1:0",
                "mgcp.request-timeout", "300", "mgcp.retransmission", "50", "mgcp.probe-interval", "100"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new MgcpDriver().start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", 10_000,
                10_010, inactivity, properties));
    }

    /** A call that is up, and what it heard. */
    static final class Leg {

        final MediaSession session;
        final NetworkConnection connection;
        final MediaGroup group;
        final List<Duration> silences = new CopyOnWriteArrayList<>();
        final StringBuffer keys = new StringBuffer();

        Leg(MediaServer server) throws Exception {
            this(server.createMediaSession("CA1"));
        }

        private Leg(MediaSession session) throws Exception {
            this.session = session;
            connection = session.createNetworkConnection(silences::add);
            group = session.createMediaGroup();
            group.join(Direction.DUPLEX, connection);
            group.signalDetector().onSignal(signal -> keys.append(signal.digit()));
        }

        /** Its session is made beside the other's. */
        static Leg beside(MediaServer server, Leg other) throws Exception {
            return new Leg(server.createMediaSession("CA2", other.session));
        }

        static Leg up(MediaServer server) throws Exception {
            Leg leg = new Leg(server);
            assertThat(result(leg.connection.sdpPortManager().processSdpOffer(OFFER))).isEqualTo(ScriptedServer.SDP);
            return leg;
        }

        CompletionStage<PlayResult> play(AudioSegment... segments) {
            return group.player().play(new PlayRequest(List.of(segments), 1));
        }

        CompletionStage<RecordResult> record(Path file) {
            return group.recorder().record(
                    new RecordRequest(file, false, Duration.ofSeconds(60), Duration.ofMillis(1_500)));
        }
    }

    static String parameter(MgcpCommand command, String name) {
        return command.parameters().get(name, "");
    }

    static MgcpCommand last(ScriptedServer server, Verb verb) {
        List<MgcpCommand> commands = server.commands(verb);
        return commands.get(commands.size() - 1);
    }

    static void event(ScriptedServer server, String observed) {
        MgcpCommand request = last(server, Verb.RQNT);
        server.notify(request.endpoint(), parameter(request, "X"), observed);
    }

    static MediaFailure failure(CompletionStage<?> stage) {
        try {
            result(stage);
        } catch (ExecutionException e) {
            return ((MediaException) e.getCause()).failure();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("it did not fail");
    }
}
