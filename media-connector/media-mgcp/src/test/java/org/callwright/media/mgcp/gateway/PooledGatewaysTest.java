package org.callwright.media.mgcp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.refusal;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callwright.media.contract.FreePorts;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.mgcp.driver.MgcpDriver;
import org.callwright.media.mgcp.transaction.TransactionSettings;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MGCP driver over two real gateways: the two legs of a dialled call meet on one of them, or not at all. */
class PooledGatewaysTest {

    private static final int PORTS = 44;

    @TempDir
    Path folder;
    private final List<Caller> phones = new ArrayList<>();
    private final List<MgcpGateway> gateways = new ArrayList<>();
    private final List<Integer> firstPorts = new ArrayList<>();
    private MediaServer server;

    private void start(int maxEndpoints) throws Exception {
        for (int i = 0; i < 2; i++) {
            int first = FreePorts.first(PORTS);
            firstPorts.add(first);
            gateways.add(MgcpGateway.start(new GatewayConfig(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "callwright",
                    new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", first, first + PORTS - 1,
                            Duration.ZERO), folder, folder, maxEndpoints, List.of(),
                    TransactionSettings.defaults()), new EmbeddedDriver()));
        }
        server = new MgcpDriver().start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", 10_000,
                10_010, Duration.ZERO, Map.of("mgcp.servers", name(0) + "*1," + name(1) + "*1", "mgcp.local",
                        "127.0.0.1:0", "mgcp.request-timeout", "1000", "mgcp.retransmission", "50")));
    }

    private String name(int gateway) {
        return "127.0.0.1:" + gateways.get(gateway).address().getPort();
    }

    @AfterEach
    void close() {
        server.close();
        gateways.forEach(MgcpGateway::close);
        phones.forEach(Caller::close);
    }

    /** One leg of a Dial, and the phone at its end. */
    private final class Leg {

        final Caller phone = new Caller();
        final MediaSession session;
        final NetworkConnection connection;
        final MediaGroup group;
        int port;

        Leg(MediaSession session) throws Exception {
            phones.add(phone);
            this.session = session;
            connection = session.createNetworkConnection(silence -> { });
            group = session.createMediaGroup();
            connection.join(Direction.DUPLEX, group);
        }

        Leg calls() throws Exception {
            phone(result(connection.sdpPortManager().processSdpOffer(phone.description())));
            return this;
        }

        Leg isCalled() throws Exception {
            phone(result(connection.sdpPortManager().generateSdpOffer()));
            result(connection.sdpPortManager().processSdpAnswer(phone.description()));
            return this;
        }

        private void phone(String description) {
            phone.sendTo(description);
            port = phone.gatewayPort();
        }

        /** Which of the two gateways has it. */
        int gateway() {
            return port >= firstPorts.get(0) && port < firstPorts.get(0) + PORTS ? 0 : 1;
        }

        void hears(Leg other) throws IOException {
            long before = phone.loudPackets();
            other.phone.talk(25);
            soon("the other one is heard", () -> phone.loudPackets() >= before + 20);
        }
    }

    private Leg caller() throws Exception {
        return new Leg(server.createMediaSession("caller")).calls();
    }

    private Leg callee(Leg caller) throws Exception {
        return new Leg(server.createMediaSession("callee", caller.session));
    }

    private static MediaMixer mixer(Leg caller, Leg callee) throws MediaException {
        MediaMixer mixer = caller.session.createMediaMixer();
        mixer.join(Direction.DUPLEX, caller.connection);
        mixer.join(Direction.DUPLEX, callee.connection);
        return mixer;
    }

    private int legs(int gateway) {
        return gateways.get(gateway).statistics().portsActive();
    }

    @Test
    void bothLegsOfEachDialShouldMeetOnOneServerAndTheServersShareTheDials() throws Exception {
        start(100);
        List<Leg> callers = new ArrayList<>();
        List<Leg> callees = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Leg caller = caller();
            Leg callee = callee(caller).isCalled();
            assertThat(callee.gateway()).as("dial %d", i).isEqualTo(caller.gateway());
            MediaMixer mixer = mixer(caller, callee);
            result(mixer.joined(caller.connection));
            result(mixer.joined(callee.connection));
            callers.add(caller);
            callees.add(callee);
        }
        assertThat(callers.stream().filter(caller -> caller.gateway() == 0)).hasSize(10);
        assertThat(legs(0)).isEqualTo(20);
        assertThat(legs(1)).isEqualTo(20);
        assertThat(callers.get(1).gateway()).isNotEqualTo(callers.get(0).gateway());
        for (int dial : List.of(0, 1)) {
            callees.get(dial).hears(callers.get(dial));
            callers.get(dial).hears(callees.get(dial));
        }
    }

    @Test
    void serverThatDiesBetweenTheLegsShouldFailTheSecondOne() throws Exception {
        start(100);
        Leg caller = caller();
        int other = 1 - caller.gateway();
        gateways.get(caller.gateway()).close();
        for (int attempt = 0; attempt < 2; attempt++) {
            MediaException refusal = refusal(callee(caller).connection.sdpPortManager().generateSdpOffer());
            assertThat(refusal.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE);
            assertThat(refusal).hasMessage("the media server of the call that it belongs to does not take it");
        }
        assertThat(legs(other)).isZero();
        assertThat(caller().gateway()).isEqualTo(other);
    }

    @Test
    void serverWithoutRoomShouldRefuseTheCalleeAndPlayOnToTheCaller() throws Exception {
        start(1);
        Leg caller = caller();
        assertThat(refusal(callee(caller).connection.sdpPortManager().generateSdpOffer()).failure())
                .isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE);
        assertThat(legs(1 - caller.gateway())).isZero();
        assertThat(result(caller.group.player().play(new PlayRequest(
                List.of(new AudioSegment.Tone(700, -10, Duration.ofMillis(400))), 1))).reason())
                .isEqualTo(PlayResult.Reason.COMPLETED);
        soon("the caller hears it", () -> caller.phone.loudPackets() >= 15);
    }

    @Test
    void serverWithoutRoomForTheMixerShouldSayThatTheyAreNotJoined() throws Exception {
        start(2);
        Leg caller = caller();
        Leg callee = callee(caller).isCalled();
        MediaMixer mixer = mixer(caller, callee);
        MediaException refusal = refusal(mixer.joined(callee.connection));
        assertThat(refusal.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE);
        assertThat(refusal).hasMessage("the media server answers 502");
    }
}
