package org.callwright.media.mgcp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.mgcp.message.LineEnding;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start, end and the wire of the gateway. */
class GatewayTest {

    @TempDir
    Path folder;

    @Test
    void callAgentsShouldBeToldOfStartDrainAndEnd() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder, 10, true, Duration.ZERO); Caller caller = new Caller()) {
            MgcpCommand restart = world.agent.restart();
            assertThat(restart.verb()).isEqualTo(Verb.RSIP);
            assertThat(restart.endpoint()).hasToString("callwright/*@127.0.0.1:" + world.gateway.address().getPort());
            assertThat(restart.parameters().get("RM")).contains("restart");
            world.gateway.drain(Duration.ofMillis(1));
            assertThat(world.agent.restart().parameters().get("RM")).contains("graceful");
            assertThat(world.agent.send(Verb.CRCX, "callwright/ivr/$", "C", "1", "M", "sendrecv").code())
                    .isEqualTo(501);
            world.gateway.close();
            assertThat(world.agent.restart().parameters().get("RM")).contains("forced");
        }
    }

    @Test
    void drainShouldLetCallsEnd() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            Thread drain = new Thread(() -> world.gateway.drain(Duration.ofMinutes(1)));
            drain.start();
            CallAgent.eventually("no new calls are taken", () -> {
                try {
                    return world.agent.send(Verb.CRCX, "callwright/ivr/$", "C", "2", "M", "inactive").code() == 501;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(drain.isAlive()).isTrue();
            world.agent.send(Verb.DLCX, "callwright/ivr/*");
            drain.join(20_000);
            assertThat(drain.isAlive()).isFalse();
        }
    }

    @Test
    void othersThanTheNamedCallAgentsShouldBeRefused() throws Exception {
        GatewayConfig config = GatewayWorld.config(folder, 10, List.of(new InetSocketAddress("192.0.2.1", 2727)),
                Duration.ZERO);
        try (CallAgent stranger = new CallAgent();
                MgcpGateway gateway = MgcpGateway.start(config, new EmbeddedDriver())) {
            stranger.talkingTo(gateway.address());
            assertThat(stranger.send(Verb.CRCX, "callwright/ivr/$", "C", "1", "M", "sendrecv").code()).isEqualTo(500);
            assertThat(gateway.statistics().sessionsActive()).isZero();
        }
    }

    @Test
    void repeatedCommandShouldMakeOneConnection() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder);
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(20_000);
            byte[] command = "CRCX 77 callwright/ivr/$@h MGCP 1.0\nC: 1\nM: sendrecv\n".getBytes();
            String[] answers = new String[3];
            for (int i = 0; i < 3; i++) {
                socket.send(new DatagramPacket(command, command.length, world.gateway.address()));
                do {
                    DatagramPacket packet = new DatagramPacket(new byte[4000], 4000);
                    socket.receive(packet);
                    answers[i] = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                } while (answers[i].startsWith("100 "));
            }
            assertThat(answers[0]).startsWith("200 77\r\nI: 1\r\nZ: callwright/ivr/1@127.0.0.1:")
                    .contains("\r\n\r\nv=0\r\n");
            assertThat(answers).containsOnly(answers[0]);
            assertThat(world.gateway.statistics().sessionsActive()).isEqualTo(1);
            assertThat(world.gateway.counters().executed.sum()).isEqualTo(1);
        }
    }

    @Test
    void socketsThatAreTakenShouldFailTheStartByTheirNames() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder)) {
            GatewayConfig free = GatewayWorld.config(folder, 10, List.of(), Duration.ZERO);
            GatewayConfig taken = new GatewayConfig(world.gateway.address(), "callwright", free.media(), folder, folder,
                    10, List.of(), free.transactions());
            assertThatThrownBy(() -> MgcpGateway.start(taken, new EmbeddedDriver()).close())
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE))
                    .hasMessageContaining("MGCP").hasMessageContaining(
                            "127.0.0.1:" + world.gateway.address().getPort());
        }
    }

    @Test
    void settingsShouldHaveDefaultsAndBeChecked() {
        GatewayConfig defaults = GatewaySettings.of(Map.of()).config();
        assertThat(defaults.bind()).isEqualTo(new InetSocketAddress("127.0.0.1", 2427));
        assertThat(defaults.prefix()).isEqualTo("callwright");
        assertThat(defaults.media().rtpPortMin()).isEqualTo(34_534);
        assertThat(defaults.recordings()).isEqualTo(Path.of("./var/recordings"));
        GatewaySettings given = GatewaySettings.of(Map.of("CALLWRIGHT_MGCP_PORT", "2500", "CALLWRIGHT_MGCP_CALL_AGENTS",
                "192.0.2.1, 192.0.2.2:2800, [2001:db8::1]:2900", "CALLWRIGHT_MGCP_LINE_ENDING", "LF",
                "CALLWRIGHT_DRAIN_SECONDS", "5"));
        assertThat(given.config().callAgents()).containsExactly(new InetSocketAddress("192.0.2.1", 2727),
                new InetSocketAddress("192.0.2.2", 2800), new InetSocketAddress("2001:db8::1", 2900));
        assertThat(given.config().transactions().lineEnding()).isEqualTo(LineEnding.LF);
        assertThat(given.drain()).isEqualTo(Duration.ofSeconds(5));
        Map.of("CALLWRIGHT_MGCP_PORT", "0", "CALLWRIGHT_RTP_PORTS", "9", "CALLWRIGHT_MGCP_PREFIX", "a/b",
                "CALLWRIGHT_MGCP_LINE_ENDING", "cr", "CALLWRIGHT_MGCP_CALL_AGENTS", "192.0.2.1:x",
                "CALLWRIGHT_MGCP_MAX_ENDPOINTS", "many", "CALLWRIGHT_DRAIN_SECONDS", "-1").forEach((key, value) ->
                assertThatThrownBy(() -> GatewaySettings.of(Map.of(key, value))).as(key)
                        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(key + ":"));
    }
}
