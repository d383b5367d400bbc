package org.callwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The server is up: ready, listening and guarded. */
@AgainstServer
@RunAsClient
class ServerIT {

    private static final int LIMIT = (int) Duration.ofSeconds(5).toMillis();

    @Test
    void serverShouldBeReady() {
        JsonObject health = ServerUnderTest.management().json("/health/ready");

        assertThat(health.getString("status")).isEqualTo("UP");
    }

    @Test
    void optionsOverUdpShouldBeAnswered() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(LIMIT);
            byte[] options = options("UDP", socket.getLocalPort());
            socket.send(new DatagramPacket(options, options.length, ServerUnderTest.sip()));
            DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
            socket.receive(answer);

            assertThat(text(answer.getData(), answer.getLength())).startsWith("SIP/2.0 200 ");
        }
    }

    @Test
    void optionsOverTcpShouldBeAnswered() throws IOException {
        InetSocketAddress sip = ServerUnderTest.sip();
        try (Socket socket = new Socket(sip.getAddress(), sip.getPort())) {
            socket.setSoTimeout(LIMIT);
            socket.getOutputStream().write(options("TCP", socket.getLocalPort()));
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes("SIP/2.0 200 ".length());

            assertThat(text(answer, answer.length)).isEqualTo("SIP/2.0 200 ");
        }
    }

    @Test
    void garbageShouldNotKeepTheServerFromAnswering() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            byte[] garbage = "INVITE sip: SIP/9\r\nVia \0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
            socket.send(new DatagramPacket(garbage, garbage.length, ServerUnderTest.sip()));
        }

        optionsOverUdpShouldBeAnswered();
    }

    @Test
    void requestWithoutCredentialsShouldBeRefused() {
        String calls = "/restcomm/2012-04-24/Accounts/" + ServerUnderTest.ACCOUNT + "/Calls.json";

        assertThat(ServerUnderTest.anonymous().get(calls).statusCode()).isEqualTo(401);
    }

    @Test
    void requestWithAWrongTokenShouldBeRefused() {
        RestClient guesser = new RestClient(ServerUnderTest.http(), ServerUnderTest.ACCOUNT, "guess");
        String calls = "/restcomm/2012-04-24/Accounts/" + ServerUnderTest.ACCOUNT + "/Calls.json";

        assertThat(guesser.get(calls).statusCode()).isEqualTo(401);
    }

    @Test
    void remoteBeansShouldNotBeServedOnThePublicPort() {
        assertThat(ServerUnderTest.anonymous().get("/wildfly-services").statusCode()).isEqualTo(404);
    }

    private static byte[] options(String transport, int port) {
        String id = UUID.randomUUID().toString();
        return String.join("\r\n",
                "OPTIONS sip:callwright@127.0.0.1 SIP/2.0",
                "Via: SIP/2.0/" + transport + " 127.0.0.1:" + port + ";branch=z9hG4bK" + id + ";rport",
                "Max-Forwards: 70",
                "From: <sip:probe@127.0.0.1>;tag=" + id,
                "To: <sip:callwright@127.0.0.1>",
                "Call-ID: " + id,
                "CSeq: 1 OPTIONS",
                "Content-Length: 0",
                "", "").getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
