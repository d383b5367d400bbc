package org.callwright.media.mgcp.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.junit.jupiter.api.Test;

class MgcpPeerTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final MgcpCommand AUDIT =
            MgcpCommand.of(Verb.AUEP, new EndpointName("callwright/ivr/1", "h"), Parameters.NONE);

    private static MgcpPeer peer(CommandHandler handler) throws IOException {
        return MgcpPeer.bind(ANY, TransactionSettings.defaults(), handler);
    }

    private static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void commandsShouldBeAnsweredBothWays() throws Exception {
        try (MgcpPeer one = peer((command, from, reply) -> reply.respond(MgcpResponse.of(201)));
                MgcpPeer two = peer((command, from, reply) -> reply.respond(MgcpResponse.of(202)))) {
            assertThat(result(one.send(AUDIT, two.localAddress())).code()).isEqualTo(202);
            assertThat(result(two.send(AUDIT, one.localAddress())).code()).isEqualTo(201);
            List<CompletionStage<MgcpResponse>> both = one.sendTogether(List.of(AUDIT, AUDIT), two.localAddress());
            assertThat(result(both.get(0)).code()).isEqualTo(202);
            assertThat(result(both.get(1)).code()).isEqualTo(202);
            assertThat(two.counters().executed.sum()).isEqualTo(3);
        }
    }

    @Test
    void handlerThatThrowsShouldBeAnsweredAndTheLoopGoOn() throws Exception {
        try (MgcpPeer one = peer((command, from, reply) -> { });
                MgcpPeer two = peer((command, from, reply) -> {
                    throw new IllegalStateException("a fault");
                })) {
            assertThat(result(one.send(AUDIT, two.localAddress())).code()).isEqualTo(400);
            assertThat(result(one.send(AUDIT, two.localAddress())).code()).isEqualTo(400);
        }
    }

    @Test
    void socketThatIsTakenShouldFailWithItsName() throws Exception {
        try (MgcpPeer one = peer((command, from, reply) -> { })) {
            assertThatThrownBy(() -> MgcpPeer.bind(one.localAddress(), TransactionSettings.defaults(),
                    (command, from, reply) -> { }).close()).isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + one.localAddress().getPort());
        }
    }

    @Test
    void commandsThatCannotBeSentShouldFail() throws Exception {
        MgcpPeer one = peer((command, from, reply) -> { });
        assertThatThrownBy(() -> result(one.send(AUDIT.withParameter("C", "x".repeat(9000)), ANY)))
                .isInstanceOf(ExecutionException.class).hasMessageContaining("too long");
        assertThatThrownBy(() -> result(one.send(AUDIT, InetSocketAddress.createUnresolved("nowhere.test", 2427))))
                .isInstanceOf(ExecutionException.class);
        CompletionStage<MgcpResponse> waiting = one.send(AUDIT, one.localAddress(), Duration.ofMinutes(1));
        one.close();
        assertThatThrownBy(() -> result(waiting)).cause().isInstanceOf(MgcpTimeoutException.class);
        assertThatThrownBy(() -> result(one.send(AUDIT, ANY))).cause().isInstanceOf(MgcpTimeoutException.class);
    }

    @Test
    void garbageShouldNotHinderWhatFollows() throws Exception {
        try (MgcpPeer one = peer((command, from, reply) -> reply.respond(MgcpResponse.of(200)));
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(20_000);
            byte[] huge = "AUEP 3 a@h MGCP 1.0\r\nF: ".concat("x".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
            for (byte[] bytes : List.of(new byte[0], new byte[] {0, 1, 2, -1}, "200 5 OK".getBytes(), huge,
                    "AUEP 4 a@h MGCP 1.0\r\n".getBytes())) {
                socket.send(new DatagramPacket(bytes, bytes.length, one.localAddress()));
            }
            DatagramPacket answer = new DatagramPacket(new byte[2000], 2000);
            socket.receive(answer);
            assertThat(new String(answer.getData(), 0, answer.getLength())).startsWith("510 3 ");
            answer.setLength(2000);
            socket.receive(answer);
            assertThat(new String(answer.getData(), 0, answer.getLength())).isEqualTo("200 4\r\n");
            assertThat(one.counters().unknownResponses.sum()).isEqualTo(1);
            assertThat(one.counters().malformed.sum()).isEqualTo(2);
        }
    }
}
