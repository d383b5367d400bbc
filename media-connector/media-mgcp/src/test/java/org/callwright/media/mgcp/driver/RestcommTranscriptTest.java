package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Restcomm Media Server 8 was seen to answer, letter by letter, and that the driver gets on with it. */
class RestcommTranscriptTest {

    private static final String ENDPOINT = "restcomm/ivr/1@127.0.0.1:2427";
    private static final String EXECUTED = "200 %s The requested transaction was executed normally";
    private static final String CREATED = EXECUTED + "\nI:1\nZ:" + ENDPOINT + "\n\n";
    private static final String SDP = "v=0\no=- 1 1 IN IP4 127.0.0.1\ns=Mobicents Media Server\nc=IN IP4 127.0.0.1\n"
            + "t=0 0\nm=audio 28000 RTP/AVP 0 101\nc=IN IP4 127.0.0.1\na=sendrecv\n"
            + "a=rtcp:28001 IN IP4 127.0.0.1\na=ptime:20\na=rtpmap:0 pcmu/8000\na=rtpmap:101 telephone-event/8000\n"
            + "a=ssrc:953470669 cname:riaZZmMMiMW1AcJW";

    private final DatagramSocket socket = socket();
    private DatagramPacket last;
    private String notifiedEntity = "";

    private static DatagramSocket socket() {
        try {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(20_000);
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        socket.close();
    }

    /** The next datagram; what it was sent from is who is answered. */
    private String receive() throws IOException {
        last = new DatagramPacket(new byte[4_000], 4_000);
        socket.receive(last);
        return new String(last.getData(), 0, last.getLength(), StandardCharsets.UTF_8);
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, last.getSocketAddress()));
    }

    /** Answers a command with its transaction id in the answer. */
    private void answer(String command, String text) throws IOException {
        send(String.format(text, command.split(" ")[1]));
    }

    private static String parameter(String message, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The endpoint tells of an event, as a command of its own; the driver's answer. */
    private String tell(int transaction, String requestId, String event) throws IOException {
        send("NTFY " + transaction + ' ' + ENDPOINT + " MGCP 1.0\nO:" + event + "\nX:" + requestId + "\nN:"
                + notifiedEntity + '\n');
        return receive();
    }

    @Test
    void callWithAPromptAndAKeyShouldGoAsItWasRecorded() throws Exception {
        try (MediaServer server = ScriptedWorld.start("127.0.0.1:" + socket.getLocalPort(), "mgcp.dialect", "restcomm",
                "mgcp.probe", "off", "mgcp.retransmission", "10000", "mgcp.request-timeout", "20000")) {
            ScriptedWorld.Leg leg = new ScriptedWorld.Leg(server);
            CompletionStage<String> described = leg.connection.sdpPortManager().processSdpOffer(ScriptedWorld.OFFER);
            String creation = receive();
            assertThat(creation).doesNotContain("\r").startsWith("CRCX ").contains(" restcomm/ivr/$@127.0.0.1:");
            answer(creation, CREATED + SDP);
            String request = receive();
            assertThat(request).contains(' ' + ENDPOINT + ' ').contains("\nR: AU/oc(N),AU/of(N)\n");
            String requestId = parameter(request, "X");
            notifiedEntity = parameter(request, "N");
            answer(request, EXECUTED);
            assertThat(result(described)).contains("m=audio 28000 RTP/AVP 0 101\r\n");

            CompletionStage<PlayResult> playing = leg.play(new AudioSegment.File(Path.of("/p/hello.wav")));
            String prompt = receive();
            assertThat(parameter(prompt, "S")).startsWith("AU/pa(an=file:///p/hello.wav),AU/pc(");
            answer(prompt, EXECUTED);
            assertThat(tell(1, lower(requestId), "AU/oc(AU/pc dc=5 na=1 rc=100)")).startsWith("200 1 ");
            String again = receive();
            assertThat(parameter(again, "S")).isEqualTo(parameter(prompt, "S"));
            answer(again, EXECUTED);
            soon("the key is told", () -> leg.keys.toString().equals("5"));
            assertThat(tell(2, lower(requestId), "AU/oc(AU/pa rc=100)")).startsWith("200 2 ");
            assertThat(result(playing).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
            answer(receive(), EXECUTED);

            leg.session.release();
            String deletion = receive();
            assertThat(deletion).startsWith("DLCX ").contains("\nI: 1\n");
            assertThat(tell(3, lower(requestId), "AU/of(AU/pc rc=326)")).startsWith("200 3 ");
            answer(deletion, EXECUTED + "\nP:PS=0, PR=0");
            soon("it is over", () -> server.statistics().sessionsActive() == 0);
        }
    }

    private static String lower(String requestId) {
        return Integer.toString(Integer.parseInt(requestId, 16), 16);
    }
}
