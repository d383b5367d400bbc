package org.callwright.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The phone against a bare socket that loses what it likes. */
class RetransmissionTest {

    private static final int TIMEOUT_MILLIS = 5000;

    private final Phone phone = Phone.udp("127.0.0.1");
    private DatagramSocket peer;
    private DatagramPacket last;

    @BeforeEach
    void open() throws IOException {
        peer = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        peer.setSoTimeout(TIMEOUT_MILLIS);
    }

    @AfterEach
    void close() {
        phone.close();
        peer.close();
    }

    @Test
    void inviteShouldBeRepeatedWithDoublingIntervals() throws IOException {
        phone.call("sip:x@127.0.0.1:" + peer.getLocalPort());
        String first = receive();
        long start = System.nanoTime();
        assertThat(receive()).isEqualTo(first);
        long second = System.nanoTime();
        assertThat(receive()).isEqualTo(first);
        long third = System.nanoTime();
        assertThat(Duration.ofNanos(second - start)).isGreaterThan(Duration.ofMillis(450));
        assertThat(Duration.ofNanos(third - second)).isGreaterThan(Duration.ofMillis(850));
    }

    @Test
    void repeatedRefusalShouldBeAcknowledgedEachTime() throws IOException {
        PhoneCall call = phone.call("sip:x@127.0.0.1:" + peer.getLocalPort());
        String invite = receive();
        reply(invite, "486 Busy Here");
        String ack = receive();
        reply(invite, "486 Busy Here");
        assertThat(ack).startsWith("ACK ").contains(line(invite, "Via: "), "To: <sip:x@127.0.0.1:" + peer.getLocalPort()
                + ">;tag=peer");
        assertThat(receive()).isEqualTo(ack);
        assertThat(call.responses()).hasSize(1);
    }

    @Test
    void repeatedAnswerShouldBeAcknowledgedEachTime() throws IOException {
        PhoneCall call = phone.call("sip:x@127.0.0.1:" + peer.getLocalPort());
        String invite = receive();
        reply(invite, "200 OK");
        assertThat(receive()).startsWith("ACK sip:peer@127.0.0.1");
        reply(invite, "200 OK");
        assertThat(receive()).startsWith("ACK sip:peer@127.0.0.1");
        assertThat(call.awaitFinal(Duration.ofSeconds(1))).isEqualTo(200);
    }

    @Test
    void byeShouldBeRepeatedUntilItIsAnswered() throws IOException {
        PhoneCall call = phone.call("sip:x@127.0.0.1:" + peer.getLocalPort());
        reply(receive(), "200 OK");
        receive();
        call.awaitAnswered(Duration.ofSeconds(1));
        call.close();
        String bye = receive();
        assertThat(bye).startsWith("BYE ");
        assertThat(receive()).isEqualTo(bye);
    }

    @Test
    void garbageShouldNotStopThePhone() throws IOException {
        PhoneCall call = phone.call("sip:x@127.0.0.1:" + peer.getLocalPort());
        String invite = receive();
        for (String garbage : new String[] {"", "\r\n\r\n", "SIP/2.0 abc\r\n\r\n", "INVITE\r\n\r\n",
            "\u0000\u0001\u0002\u0003\r\n\r\n", "BYE sip:x SIP/2.0\r\nContent-Length: x\r\n\r\n",
            "SIP/2.0 200 OK\r\n\r\n", "INVITE sip:x SIP/2.0\r\n\r\n"}) {
            send(garbage);
        }
        reply(invite, "486 Busy Here");
        assertThat(call.awaitFinal(Duration.ofSeconds(5))).isEqualTo(486);
    }

    private String receive() throws IOException {
        last = new DatagramPacket(new byte[65_535], 65_535);
        peer.receive(last);
        return new String(last.getData(), 0, last.getLength(), StandardCharsets.UTF_8);
    }

    private void reply(String request, String status) throws IOException {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String header : new String[] {"Via: ", "From: ", "Call-ID: ", "CSeq: "}) {
            text.append(line(request, header)).append("\r\n");
        }
        text.append(line(request, "To: ")).append(";tag=peer\r\nContact: <sip:peer@127.0.0.1:")
                .append(peer.getLocalPort()).append(">\r\nContent-Length: 0\r\n\r\n");
        send(text.toString());
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        peer.send(new DatagramPacket(bytes, bytes.length, last.getSocketAddress()));
    }

    private static String line(String message, String start) {
        return Arrays.stream(message.split("\r\n")).filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
