package org.callwright.media.mgcp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation as it is on the wire, with a call agent that writes LF and repeats what it likes. */
class TranscriptTest {

    @TempDir
    Path folder;

    private final DatagramSocket socket = socket();
    private InetSocketAddress gateway;

    private static DatagramSocket socket() {
        try {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(20_000);
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, gateway));
    }

    /** The next datagram that is not provisional. */
    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4000], 4000);
        String text;
        do {
            packet.setLength(4000);
            socket.receive(packet);
            text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        } while (text.startsWith("100 "));
        return text;
    }

    /** The response to a command, acknowledged if it asks for that. */
    private String ask(String command) throws IOException {
        send(command);
        String response = receive();
        if (response.contains("\r\nK:\r\n")) {
            send("000 " + response.split(" ")[1].strip() + '\n');
        }
        return response.replace("\r\nK:\r\n", "\r\n");
    }

    @Test
    void callShouldGoAsTheProtocolHasIt() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            gateway = world.gateway.address();
            String port = String.valueOf(gateway.getPort());
            String created = ask("CRCX 147483653 callwright/ivr/$@127.0.0.1:2427 MGCP 1.0\nC: 1\nM: sendrecv\n"
                    + "N: ca@127.0.0.1:" + socket.getLocalPort() + "\n\n" + caller.description().replace("\r", ""));
            assertThat(created).startsWith("200 147483653\r\nI: 1\r\nZ: callwright/ivr/1@127.0.0.1:" + port + "\r\n");
            assertThat(created).contains("\r\n\r\nv=0\r\n").endsWith("\r\n");
            caller.sendTo(created);
            assertThat(ask("RQNT 147483654 callwright/ivr/1@127.0.0.1:" + port + " MGCP 1.0\nN: ca@127.0.0.1:"
                    + socket.getLocalPort() + "\nX: 4\nR: AU/oc(N),AU/of(N)\nS: AU/pa(an=tone:600:-10:60 it=1)\n"))
                    .isEqualTo("200 147483654\r\n");
            String notified = receive();
            assertThat(notified.lines().skip(1)).containsExactly("N: ca@127.0.0.1:" + socket.getLocalPort(), "X: 4",
                    "O: AU/oc(au/pa rc=100 en=completed sm=480)");
            String[] first = notified.lines().findFirst().orElseThrow().split(" ");
            assertThat(first).hasSize(5).containsSubsequence("NTFY", "callwright/ivr/1@127.0.0.1:" + port, "MGCP",
                    "1.0");
            assertThat(receive()).as("nobody has answered it yet").isEqualTo(notified);
            send("200 " + first[1] + " OK\n");
            send("200 " + first[1] + " OK\n.\n200 4711 OK\n");
            assertThat(ask("DLCX 147483655 callwright/ivr/1@127.0.0.1:" + port + " MGCP 1.0\nC: 1\nI: 1\n"))
                    .matches("250 147483655\r\nP: PS=\\d+, OS=\\d+, PR=0, OR=0, PL=0, JI=0, LA=0\r\n");
            assertThat(ask("DLCX 147483656 callwright/ivr/1@127.0.0.1:" + port + " MGCP 1.0\nC: 1\nI: 1\n"))
                    .isEqualTo("500 147483656 unknown endpoint\r\n");
            assertThat(world.gateway.counters().unknownResponses.sum()).isEqualTo(1);
            assertThat(world.gateway.counters().repeatedResponses.sum()).isEqualTo(1);
        } finally {
            socket.close();
        }
    }

    @Test
    void commandsOfOneDatagramShouldBeExecutedInTheirOrder() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder)) {
            gateway = world.gateway.address();
            assertThat(ask("CRCX 1 callwright/ivr/$@h MGCP 1.0\nC: 1\nM: inactive\n")).startsWith("200 1");
            send("RQNT 2 callwright/ivr/1@h MGCP 1.0\nX: 1\n.\nDLCX 3 callwright/ivr/1@h MGCP 1.0\n.\n"
                    + "RQNT 4 callwright/ivr/1@h MGCP 1.0\nX: 1\n.\nnonsense\n");
            String answers = receive() + receive() + receive();
            assertThat(answers.lines()).containsExactlyInAnyOrder("200 2", "250 3", "500 4 unknown endpoint");
            assertThat(world.gateway.counters().malformed.sum()).isEqualTo(1);
        } finally {
            socket.close();
        }
    }
}
