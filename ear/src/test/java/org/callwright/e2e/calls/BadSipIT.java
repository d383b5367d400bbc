package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.phone.CallOptions;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** SIP messages, session descriptions and credentials that make no sense. */
@CallTests
@RunAsClient
class BadSipIT {

    private static final int PATIENCE_MILLIS = 700;
    private static final List<String> NONSENSE = List.of(
            "\0\0\0\0",
            "GET / HTTP/1.1\r\nHost: callwright\r\n\r\n",
            "INVITE\r\n\r\n",
            "INVITE sip:+15551000@127.0.0.1 SIP/2.0\r\n\r\n",
            "INVITE sip:+15551000@127.0.0.1 SIP/2.0\r\nVia: nonsense\r\nFrom: <sip:\r\nTo: >\r\nCall-ID: \r\n"
                    + "CSeq: x\r\nContent-Length: 0\r\n\r\n",
            "INVITE sip:+15551000@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKbad1\r\n"
                    + "From: <sip:a@b>;tag=1\r\nTo: <sip:c@d>\r\nCall-ID: bad1\r\nCSeq: 99999999999 INVITE\r\n"
                    + "Content-Length: 0\r\n\r\n",
            "INVITE sip:+15551000@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKbad2\r\n"
                    + "From: <sip:a@b>;tag=1\r\nTo: <sip:c@d>\r\nCall-ID: bad2\r\nCSeq: 1 BYE\r\n"
                    + "Content-Length: -7\r\n\r\n",
            "SIP/2.0 999 What\r\nVia: SIP/2.0/UDP 127.0.0.1\r\n\r\n");

    private static void assertServerLives() {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            InetSocketAddress sip = ServerUnderTest.sip();
            assertThat(phone.options("sip:127.0.0.1:" + sip.getPort(), SOON).status()).isEqualTo(200);
        }
        try (Line line = Line.answering("<Play>{here}/a</Play>").sound("a", tone(500, 300));
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(250), SOON);
            call.awaitHangup(SOON);
        }
    }

    @Test
    void malformedDatagramsShouldBeDroppedOrAnsweredWithAnError() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (String text : NONSENSE) {
                socket.send(packet(text.getBytes(StandardCharsets.ISO_8859_1)));
            }
            byte[] noise = new byte[2000];
            Random random = new Random(15551000);
            for (int i = 0; i < 50; i++) {
                random.nextBytes(noise);
                socket.send(packet(noise));
            }
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (String answer = receive(socket); !answer.isEmpty(); answer = receive(socket)) {
                assertThat(answer).matches("(?s)SIP/2\\.0 [4-6]\\d\\d .*");
            }
        }
        assertServerLives();
    }

    private static DatagramPacket packet(byte[] bytes) {
        return new DatagramPacket(bytes, bytes.length, ServerUnderTest.sip());
    }

    private static String receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        try {
            socket.receive(packet);
            return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException e) {
            return "";
        }
    }

    @Test
    void malformedStreamsShouldBeClosedOrAnsweredWithAnError() throws IOException {
        for (String text : NONSENSE) {
            try (Socket socket = new Socket(ServerUnderTest.sip().getAddress(), ServerUnderTest.sip().getPort())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                byte[] answer = new byte[12];
                int length = socket.getInputStream().read(answer);
                assertThat(new String(answer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1))
                        .matches("|SIP/2\\.0 [4-6]\\d\\d");
            } catch (SocketTimeoutException | SocketException e) {
                assertThat(e).as("dropped, or the connection was reset")
                        .hasMessageMatching("(?i).*(timed out|reset|pipe).*");
            }
        }
        assertServerLives();
    }

    @Test
    void numberOfNobodyShouldBeNotFound() {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = phone.call("sip:+15559999@127.0.0.1:" + ServerUnderTest.sip().getPort());
            assertThat(call.awaitFinal(SOON)).isEqualTo(404);
        }
    }

    @Test
    void numberOfNobodyOverTcpShouldBeNotFound() {
        try (Phone phone = Phone.tcp("127.0.0.1")) {
            PhoneCall call = phone.call("sip:+15559999@127.0.0.1:" + ServerUnderTest.sip().getPort());
            assertThat(call.awaitFinal(SOON)).isEqualTo(404);
        }
    }

    @Test
    void offerWithoutACommonCodecShouldBeNotAcceptable() {
        String g722 = "v=0\r\no=- 1 1 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\n"
                + "m=audio {port} RTP/AVP 9\r\na=rtpmap:9 G722/8000\r\n";
        try (Line line = Line.answering("<Say>never</Say>"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone, CallOptions.defaults().sdp(g722));
            assertThat(call.awaitFinal(SOON)).isEqualTo(488);
            line.records().ended("failed");
        }
    }

    @Test
    void offerWithoutAudioShouldBeNotAcceptable() {
        String video = "v=0\r\no=- 1 1 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\n"
                + "m=video {port} RTP/AVP 34\r\na=rtpmap:34 H263/90000\r\n";
        try (Line line = Line.answering("<Say>never</Say>"); Phone phone = Phone.udp("127.0.0.1")) {
            assertThat(line.call(phone, CallOptions.defaults().sdp(video)).awaitFinal(SOON)).isEqualTo(488);
        }
    }

    @Test
    void videoBesideTheAudioShouldBeRefusedAlone() {
        String both = "v=0\r\no=- 1 1 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\n"
                + "m=audio {port} RTP/AVP 0\r\nm=video 40000 RTP/AVP 34\r\na=rtpmap:34 H263/90000\r\n";
        try (Line line = Line.answering("<Play>{here}/a</Play>").sound("a", tone(500, 300));
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone, CallOptions.defaults().sdp(both)).awaitAnswered(SOON);
            call.awaitTone(500, ms(250), SOON);
            assertThat(call.lastResponse().orElseThrow().bodyText()).contains("m=video 0 ");
        }
    }

    @Test
    void wrongCredentialsShouldBeRefused() {
        for (String[] wrong : new String[][] {{ServerUnderTest.ACCOUNT, "guess"}, {ServerUnderTest.ACCOUNT, ""},
            {"End-to-end tests", ServerUnderTest.ACCOUNT_TOKEN}, {"nobody@callwright.test", "guess"}}) {
            RestClient guesser = new RestClient(ServerUnderTest.http(), wrong[0], wrong[1]);
            assertThat(guesser.get(Records.ACCOUNT + "/Calls.json").statusCode()).as(wrong[0]).isEqualTo(401);
            assertThat(guesser.get(Records.ACCOUNT + "/Recordings.json").statusCode()).as(wrong[0]).isEqualTo(401);
        }
        RestClient byEmail =
                new RestClient(ServerUnderTest.http(), "e2e@callwright.test", ServerUnderTest.ACCOUNT_TOKEN);
        assertThat(byEmail.get(Records.ACCOUNT + "/Calls.json").statusCode()).isEqualTo(200);
    }
}
