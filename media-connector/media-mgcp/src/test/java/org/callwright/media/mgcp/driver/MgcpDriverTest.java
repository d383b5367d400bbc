package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
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
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, and what becomes of calls when media servers misbehave; the servers are scripted. */
class MgcpDriverTest {

    private static final String OFFER = ScriptedServer.SDP.replace("20000", "30000");

    private ScriptedServer one;
    private ScriptedServer two;

    @TempDir
    private Path folder;

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

    private static MediaServer start(String servers, String... more) throws Exception {
        return start(servers, Duration.ZERO, more);
    }

    private static MediaServer start(String servers, Duration inactivity, String... more) throws Exception {
        Map<String, String> properties = new HashMap<>(Map.of("mgcp.servers", servers, "mgcp.local", "127.0.0.1:0",
                "mgcp.request-timeout", "300", "mgcp.retransmission", "50", "mgcp.probe-interval", "100"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new MgcpDriver().start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", 10_000,
                10_010, inactivity, properties));
    }

    /** A call that is up, and what it heard. */
    private static final class Leg {

        private final MediaSession session;
        private final NetworkConnection connection;
        private final MediaGroup group;
        private final List<Duration> silences = new CopyOnWriteArrayList<>();
        private final StringBuffer keys = new StringBuffer();

        Leg(MediaServer server) throws Exception {
            session = server.createMediaSession("CA1");
            connection = session.createNetworkConnection(silences::add);
            group = session.createMediaGroup();
            group.join(Direction.DUPLEX, connection);
            group.signalDetector().onSignal(signal -> keys.append(signal.digit()));
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

    private static String parameter(MgcpCommand command, String name) {
        return command.parameters().get(name, "");
    }

    private static MgcpCommand last(ScriptedServer server, Verb verb) {
        List<MgcpCommand> commands = server.commands(verb);
        return commands.get(commands.size() - 1);
    }

    private static void event(ScriptedServer server, String observed) {
        MgcpCommand request = last(server, Verb.RQNT);
        server.notify(request.endpoint(), parameter(request, "X"), observed);
    }

    private static MediaFailure failure(CompletionStage<?> stage) {
        try {
            result(stage);
        } catch (ExecutionException e) {
            return ((MediaException) e.getCause()).failure();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("it did not fail");
    }

    @Test
    void aCallShouldBeCreateRequestNotifyAndDelete() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            MgcpCommand creation = last(one, Verb.CRCX);
            assertThat(creation.endpoint()).hasToString("callwright/ivr/$@" + one.name());
            assertThat(parameter(creation, "M")).isEqualTo("sendrecv");
            assertThat(parameter(creation, "C")).matches("[0-9A-F]{16}");
            assertThat(creation.description()).contains(OFFER);
            assertThat(parameter(last(one, Verb.RQNT), "R")).contains("AU/oc(N)").contains("D/[0-9*#A-D](N)");
            assertThat(last(one, Verb.RQNT).parameters().has("S")).isFalse();
            assertThat(parameter(last(one, Verb.RQNT), "N")).matches("ca@\\[127\\.0\\.0\\.1\\]:\\d+");

            CompletionStage<PlayResult> playing = leg.play(new AudioSegment.File(Path.of("/p/a b,c.wav")),
                    new AudioSegment.Silence(Duration.ofMillis(40)),
                    new AudioSegment.Tone(800, -10, Duration.ofMillis(100)));
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            assertThat(parameter(last(one, Verb.RQNT), "S"))
                    .isEqualTo("AU/pa(an=file:///p/a%20b%2Cc.wav,silence:40,tone:800:-10:100 id=1)");
            event(one, "D/5,D/#,AU/oc(AU/pa rc=100 id=1 en=completed sm=8000)");
            assertThat(result(playing))
                    .isEqualTo(new PlayResult(PlayResult.Reason.COMPLETED, Duration.ofSeconds(1), ""));
            soon("the keys are told", () -> leg.keys.toString().equals("5#"));

            one.script(command -> command.verb() == Verb.DLCX
                    ? MgcpResponse.of(250).with("P", "PS=12, OS=1920, PR=34, PL=5") : one.agree(command));
            leg.session.release();
            soon("it is over", () -> server.statistics().sessionsActive() == 0);
            assertThat(last(one, Verb.DLCX).endpoint()).hasToString("callwright/ivr/1@" + one.name());
            assertThat(parameter(last(one, Verb.DLCX), "I")).isEqualTo("C1");
            assertThat(server.statistics().packetsSent()).isEqualTo(12);
            assertThat(server.statistics().packetsReceived()).isEqualTo(34);
            assertThat(server.statistics().packetsLost()).isEqualTo(5);
            assertThat(server.statistics().portsActive()).isZero();
        }
    }

    @Test
    void recordingShouldBeToldAsTheServerEndsIt() throws Exception {
        try (MediaServer server = start(one.name(), "mgcp.path-here", folder.toString(), "mgcp.path-there", "/there")) {
            Leg leg = Leg.up(server);
            CompletionStage<RecordResult> recording = leg.record(folder.resolve("r.wav"));
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            assertThat(parameter(last(one, Verb.RQNT), "S")).isEqualTo("AU/pr(ri=file:///there/r.wav rlt=600 prt=15"
                    + " pst=15 ml=60000 sl=1500 au=received fm=wav id=1)");
            event(one, "AU/oc(AU/pr rc=100 id=1 en=silence sm=12000 sh=true)");
            assertThat(result(recording)).isEqualTo(
                    new RecordResult(RecordResult.Reason.SILENCE, Duration.ofMillis(1_500), true, ""));
            CompletionStage<RecordResult> failing = leg.record(folder.resolve("s.wav"));
            soon("it is asked for", () -> parameter(last(one, Verb.RQNT), "S").contains("id=2"));
            event(one, "AU/of(AU/pr rc=300 id=2 tx=\"no space left\" sm=0 sh=false)");
            RecordResult failed = result(failing);
            assertThat(failed.reason()).isEqualTo(RecordResult.Reason.FAILED);
            assertThat(failed.detail()).isEqualTo("no space left");
        }
    }

    @Test
    void holdAndLateOfferShouldBeModifications() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = new Leg(server);
            assertThat(failure(leg.connection.sdpPortManager().processSdpAnswer(OFFER)))
                    .isEqualTo(MediaFailure.INTERNAL);
            assertThat(result(leg.connection.sdpPortManager().generateSdpOffer())).isEqualTo(ScriptedServer.SDP);
            assertThat(last(one, Verb.CRCX).description()).isEmpty();
            result(leg.connection.sdpPortManager().processSdpAnswer(OFFER));
            result(leg.connection.sdpPortManager().processSdpAnswer(OFFER));
            assertThat(one.commands(Verb.MDCX)).singleElement()
                    .satisfies(command -> assertThat(command.description()).contains(OFFER));
        }
    }

    @Test
    void newCallShouldGoToAnotherServerWhenOneRefuses() throws Exception {
        try (MediaServer server = start(one.name() + "," + two.name())) {
            one.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(502) : one.agree(command));
            Leg.up(server);
            Leg.up(server);
            assertThat(two.commands(Verb.CRCX)).hasSize(2);
            two.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(403) : two.agree(command));
            assertThat(failure(new Leg(server).connection.sdpPortManager().processSdpOffer(OFFER)))
                    .isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE);
        }
    }

    @Test
    void offerThatOneServerDoesNotAcceptShouldNotBeTriedOnTheNext() throws Exception {
        try (MediaServer server = start(one.name() + "*9," + two.name())) {
            one.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(505) : one.agree(command));
            assertThat(failure(new Leg(server).connection.sdpPortManager().processSdpOffer(OFFER)))
                    .isEqualTo(MediaFailure.SDP_NOT_ACCEPTABLE);
            assertThat(two.commands(Verb.CRCX)).isEmpty();
        }
    }

    @Test
    void serverThatDiesDuringARecordShouldFailItInTimeAndTheNextCallGoElsewhere() throws Exception {
        try (MediaServer server = start(one.name() + "*9," + two.name(), Duration.ofMillis(200))) {
            Leg leg = Leg.up(server);
            Path file = folder.resolve("r.wav");
            CompletionStage<RecordResult> recording = leg.record(file);
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            Files.write(file, new byte[44 + 16_000]);
            long death = System.nanoTime();
            one.script(command -> null);
            RecordResult lost = result(recording);
            assertThat(Duration.ofNanos(System.nanoTime() - death)).isLessThan(Duration.ofSeconds(3));
            assertThat(lost.reason()).isEqualTo(RecordResult.Reason.FAILED);
            assertThat(lost.recorded()).isEqualTo(Duration.ofSeconds(1));
            assertThat(lost.detail()).isEqualTo("the media server does not answer");
            PlayResult refused = result(leg.play(new AudioSegment.File(file)));
            assertThat(refused.reason()).isEqualTo(PlayResult.Reason.FAILED);
            assertThat(refused.detail()).isEqualTo("the media server does not answer");
            soon("the peer counts as silent", () -> leg.silences.size() == 1);
            Leg.up(server);
            assertThat(two.commands(Verb.CRCX)).hasSize(1);

            one.script(one::agree);
            soon("what was left is removed", () -> one.commands(Verb.DLCX).stream()
                    .anyMatch(command -> parameter(command, "I").equals("C1")));
            Leg.up(server);
            assertThat(one.commands(Verb.CRCX)).hasSize(2);
        }
    }

    @Test
    void callsShouldBeRefusedAtOnceWhenNoServerIsLeft() throws Exception {
        try (MediaServer server = start(one.name())) {
            one.script(command -> null);
            soon("that is known", () -> {
                long begin = System.nanoTime();
                try {
                    return failure(new Leg(server).connection.sdpPortManager().processSdpOffer(OFFER))
                            == MediaFailure.RESOURCE_UNAVAILABLE && System.nanoTime() - begin < 100_000_000;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void restartShouldLoseWhatTheServerDoesNotKnowAnyMoreAndNothingElse() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg gone = Leg.up(server);
            Leg kept = Leg.up(server);
            CompletionStage<RecordResult> lost = gone.record(folder.resolve("gone.wav"));
            CompletionStage<RecordResult> going = kept.record(folder.resolve("kept.wav"));
            soon("both are asked for", () -> one.commands(Verb.RQNT).stream()
                    .filter(command -> command.parameters().has("S")).count() == 2);
            one.script(command -> command.verb() == Verb.AUCX && parameter(command, "I").equals("C1")
                    ? MgcpResponse.of(515) : one.agree(command));
            one.restart("restart");
            assertThat(result(lost).reason()).isEqualTo(RecordResult.Reason.FAILED);
            soon("the other was asked for too", () -> one.commands(Verb.AUCX).size() == 2);
            assertThat(going.toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void drainingServerShouldGetNoNewCalls() throws Exception {
        try (MediaServer server = start(one.name() + "*100," + two.name())) {
            Leg leg = Leg.up(server);
            CompletionStage<PlayResult> playing = leg.play(new AudioSegment.Silence(Duration.ofSeconds(9)));
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            one.restart("graceful");
            soon("new calls go elsewhere", () -> {
                try {
                    Leg.up(server);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return !two.commands(Verb.CRCX).isEmpty();
            });
            int calls = one.commands(Verb.CRCX).size();
            Leg.up(server);
            assertThat(one.commands(Verb.CRCX)).hasSize(calls);
            assertThat(playing.toCompletableFuture()).isNotDone();
            one.restart("forced");
            assertThat(result(playing).detail()).isEqualTo("the media server goes out of service");
        }
    }

    @Test
    void commandWithoutAnAnswerShouldCostTheCallItsMediaAndNotHang() throws Exception {
        try (MediaServer server = start(one.name(), "mgcp.probe", "off")) {
            Leg leg = Leg.up(server);
            one.script(command -> command.verb() == Verb.RQNT ? null : one.agree(command));
            PlayResult result = result(leg.play(new AudioSegment.Silence(Duration.ofSeconds(1))));
            assertThat(result.reason()).isEqualTo(PlayResult.Reason.FAILED);
            one.script(one::agree);
            soon("the server is tried again after a while", () -> {
                try {
                    Leg.up(server);
                    return true;
                } catch (Exception e) {
                    return false;
                }
            });
        }
    }

    @Test
    void mixerShouldBeAConferenceEndpointWithItsMembers() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg first = Leg.up(server);
            Leg second = Leg.up(server);
            MediaMixer mixer = first.session.createMediaMixer();
            mixer.join(Direction.DUPLEX, first.connection);
            second.connection.join(Direction.RECV, mixer);
            soon("both are members", () -> one.commands(Verb.CRCX).size() == 4);
            MgcpCommand a = one.commands(Verb.CRCX).get(2);
            MgcpCommand b = one.commands(Verb.CRCX).get(3);
            assertThat(a.endpoint()).hasToString("callwright/cnf/$@" + one.name());
            assertThat(parameter(a, "M")).isEqualTo("confrnce");
            assertThat(parameter(a, "Z2")).isEqualTo("callwright/ivr/1@" + one.name());
            assertThat(b.endpoint()).hasToString("callwright/cnf/3@" + one.name());
            assertThat(parameter(b, "M")).isEqualTo("sendonly");
            mixer.join(Direction.DUPLEX, second.connection);
            soon("its direction changed", () -> one.commands(Verb.MDCX).size() == 1);
            mixer.unjoin(second.connection);
            mixer.release();
            soon("all is deleted", () -> one.commands(Verb.DLCX).size() == 2);
            assertThat(parameter(one.commands(Verb.DLCX).get(0), "I")).isEqualTo("C4");
            assertThat(one.commands(Verb.DLCX).get(1).parameters().has("I")).isFalse();
            assertThatThrownBy(() -> mixer.join(Direction.DUPLEX, first.group)).isInstanceOf(MediaException.class);
        }
    }

    @Test
    void connectionsOfDifferentServersShouldNotBeMixed() throws Exception {
        try (MediaServer server = start(one.name() + "," + two.name())) {
            Leg first = Leg.up(server);
            Leg second = Leg.up(server);
            MediaMixer mixer = first.session.createMediaMixer();
            mixer.join(Direction.DUPLEX, first.connection);
            soon("a connection of the other server is refused", () -> {
                try {
                    mixer.join(Direction.DUPLEX, second.connection);
                    return false;
                } catch (MediaException e) {
                    return e.failure() == MediaFailure.RESOURCE_UNAVAILABLE && e.getMessage().contains(one.name())
                            && e.getMessage().contains(two.name());
                }
            });
            assertThat(one.commands(Verb.CRCX).size() + two.commands(Verb.CRCX).size()).isEqualTo(3);
        }
    }

    @Test
    void serverWithTheAuPackageAloneShouldBeSpokenToInItsWay() throws Exception {
        try (MediaServer server = start(one.name(), "mgcp.dialect", "restcomm", "mgcp.prefix", "restcomm",
                "mgcp.line-ending", "lf", "mgcp.probe", "dlcx")) {
            Leg leg = Leg.up(server);
            assertThat(parameter(last(one, Verb.RQNT), "R")).isEqualTo("AU/oc(N),AU/of(N)");
            assertThat(parameter(last(one, Verb.RQNT), "S")).startsWith("AU/pc(").contains("mn=1 mx=1");
            event(one, "AU/oc(AU/pc rc=100 dc=4)");
            soon("the key is told", () -> leg.keys.toString().equals("4"));

            Path file = folder.resolve("r.wav");
            CompletionStage<RecordResult> recording = leg.record(file);
            soon("it is asked for", () -> parameter(last(one, Verb.RQNT), "S").startsWith("AU/pr"));
            assertThat(parameter(last(one, Verb.RQNT), "S"))
                    .isEqualTo("AU/pr(ri=" + file.toUri() + " rlt=600 prt=15 pst=15)");
            Files.write(file, new byte[44 + 32_000]);
            event(one, "AU/oc(AU/pr rc=100 ri=" + file.toUri() + ")");
            assertThat(result(recording)).isEqualTo(
                    new RecordResult(RecordResult.Reason.SILENCE, Duration.ofSeconds(2), true, ""));

            assertThat(result(leg.play(new AudioSegment.Silence(Duration.ofSeconds(1)))).reason())
                    .isEqualTo(PlayResult.Reason.FAILED);
            assertThat(result(leg.group.liveRecorder().record(new RecordRequest(folder.resolve("l.wav"), false,
                    Duration.ofSeconds(1), Duration.ZERO))).detail()).contains("no second recorder");
            assertThat(result(leg.group.machineDetector()
                    .detect(MachineDetection.of(MachineDetection.Mode.ENABLE))).answeredBy())
                    .isEqualTo(AnsweredBy.UNKNOWN);
            assertThat(one.commands(Verb.DLCX)).isNotEmpty()
                    .allMatch(command -> parameter(command, "C").equals("0"));
        }
    }

    @Test
    void startShouldFailWithTheAddressOrThePropertyThatIsWrong() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            assertThatThrownBy(() -> start(one.name(), "mgcp.local", address))
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE))
                    .hasMessageContaining(address);
        }
        assertThatThrownBy(() -> start("nonsense:port")).isInstanceOf(MediaException.class)
                .hasMessageContaining("mgcp.servers");
    }
}
