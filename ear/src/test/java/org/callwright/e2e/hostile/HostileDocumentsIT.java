package org.callwright.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.e2e.calls.CallTests;
import org.callwright.e2e.calls.Line;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Applications that answer with more, slower or stranger things than documents. */
@CallTests
@RunAsClient
class HostileDocumentsIT {

    private static final int UNREADABLE = 12100;
    private static final int IO_FAILURE = 11205;
    private static final int PROTOCOL = 11206;
    private static final int TOO_MANY_DOCUMENTS = 11207;
    private static final int WRONG_TYPE = 12300;
    private static final int TWENTY_MEGABYTES = 20 << 20;
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(12);

    private static Answer xml(String text) {
        return Answer.of(200, "text/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The call is refused unanswered, in time, and the owner is told why. */
    private static void assertRefused(Line line, int notification) {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            long start = System.nanoTime();
            PhoneCall call = line.call(phone);
            assertThat(call.awaitFinal(SOON)).isEqualTo(500);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_FETCH);
            line.records().ended("failed");
            assertThat(line.records().notifications()).containsExactly(notification);
        }
    }

    private static void assertRefused(HostileWeb web, int notification) {
        try (web; Line line = Line.answering(Answer.redirect(web.url()))) {
            assertRefused(line, notification);
        }
    }

    private static void head(OutputStream out, String... headers) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers) + "\r\n\r\n").getBytes(
                StandardCharsets.ISO_8859_1));
    }

    private static void spaces(OutputStream out, int count) throws IOException {
        byte[] chunk = " ".repeat(16_384).getBytes(StandardCharsets.ISO_8859_1);
        for (int written = 0; written < count; written += chunk.length) {
            out.write(chunk);
        }
    }

    @Test
    void documentOf20MegabytesShouldBeRefusedByItsHead() {
        HostileWeb web = new HostileWeb(out -> {
            head(out, "Content-Type: text/xml", "Content-Length: " + TWENTY_MEGABYTES);
            spaces(out, TWENTY_MEGABYTES);
        });
        assertRefused(web, PROTOCOL);
        assertThat(web.written()).as("bytes that left").isLessThan(TWENTY_MEGABYTES / 2);
    }

    @Test
    void documentThatDoesNotSayItsLengthShouldBeCutOff() {
        HostileWeb web = new HostileWeb(out -> {
            head(out, "Content-Type: text/xml", "Connection: close");
            out.write("<Response>".getBytes(StandardCharsets.US_ASCII));
            spaces(out, TWENTY_MEGABYTES);
        });
        assertRefused(web, PROTOCOL);
        assertThat(web.written()).as("bytes that left").isLessThan(TWENTY_MEGABYTES / 2);
    }

    @Test
    void httpRedirectsForEverShouldBeGivenUp() {
        try (Line line = Line.answering(Answer.status(500))) {
            line.voice(Answer.redirect(line.url("round"))).page("round", Answer.redirect(line.url("round")));
            assertRefused(line, PROTOCOL);
            assertThat(line.times("round")).isLessThan(20);
        }
    }

    @Test
    void documentsThatRedirectForEverShouldEndTheCall() {
        try (Line line = Line.answering("<Redirect>{here}/round</Redirect>");
                Phone phone = Phone.udp("127.0.0.1")) {
            line.page("round", "<Redirect>{here}/round</Redirect>");
            PhoneCall call = line.connect(phone);
            call.awaitHangup(Duration.ofSeconds(60));
            line.records().ended("completed");
            assertThat(line.records().notifications()).containsExactly(TOO_MANY_DOCUMENTS);
            assertThat(line.times("round")).isLessThanOrEqualTo(
                    Integer.parseInt(System.getenv("CALLWRIGHT_MAX_DOCUMENTS")));
        }
    }

    private static void drip(OutputStream out, String text) throws IOException {
        try {
            for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
                out.write(b);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void bodyThatDripsShouldRunIntoTheTotalTime() {
        assertRefused(new HostileWeb(out -> {
            head(out, "Content-Type: text/xml", "Content-Length: 1000");
            drip(out, " ".repeat(1000));
        }), IO_FAILURE);
    }

    @Test
    void headThatDripsShouldRunIntoTheTotalTime() {
        assertRefused(new HostileWeb(out -> drip(out, "HTTP/1.1 200 OK\r\nX-Slow: " + "x".repeat(1000))), IO_FAILURE);
    }

    @Test
    void compressedBombShouldNotBeUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            spaces(zip, 200 << 20);
        }
        assertRefused(new HostileWeb(out -> {
            head(out, "Content-Type: text/xml", "Content-Encoding: gzip", "Content-Length: " + bomb.size());
            out.write(bomb.toByteArray());
        }), PROTOCOL);
    }

    @Test
    void headersWithoutEndShouldBeCutOff() {
        assertRefused(new HostileWeb(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("X-" + i + ": " + "x".repeat(100) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        }), PROTOCOL);
    }

    @Test
    void answerThatIsNoHttpShouldBeRefused() {
        assertRefused(new HostileWeb(out -> out.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(
                StandardCharsets.US_ASCII))), PROTOCOL);
    }

    @Test
    void deadApplicationShouldRefuseTheCall() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Line line = Line.answering(Answer.redirect("http://127.0.0.1:" + port + "/"))) {
            assertRefused(line, IO_FAILURE);
        }
    }

    @Test
    void documentOfAnotherTypeShouldBeRefused() {
        try (Line line = Line.answering(Answer.of(200, "text/csv", "<Response/>".getBytes(StandardCharsets.UTF_8)))) {
            assertRefused(line, WRONG_TYPE);
        }
    }

    @Test
    void deepNestingShouldNotOverflowTheStack() {
        try (Line line = Line.answering(xml("<Response>" + "<a>".repeat(100_000) + "</a>".repeat(100_000)
                + "<Reject/></Response>"))) {
            assertRefused(line, UNREADABLE);
        }
    }

    @Test
    void thousandsOfAttributesShouldBeRefused() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            attributes.append(" a").append(i).append("='x'");
        }
        try (Line line = Line.answering(xml("<Response><Say" + attributes + ">a</Say></Response>"))) {
            assertRefused(line, UNREADABLE);
        }
    }

    @Test
    void hugeAttributeShouldBeRefused() {
        try (Line line = Line.answering(xml("<Response><Reject reason='" + "x".repeat(900_000) + "'/></Response>"))) {
            assertRefused(line, UNREADABLE);
        }
    }

    /** Runs beside all the others. */
    @Test
    void otherCallsShouldNotBeKeptWaiting() {
        for (int i = 0; i < 10; i++) {
            assertThat(ServerState.otherCall()).isLessThan(Duration.ofSeconds(3));
        }
        ServerState.assertReadyAndAnsweringRest();
    }
}
