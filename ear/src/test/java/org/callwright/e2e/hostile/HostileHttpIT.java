package org.callwright.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.calls.Records;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Requests to the REST API that no client library would send, written byte by byte. */
@AgainstServer
@RunAsClient
class HostileHttpIT {

    private static final String CALLS = Records.ACCOUNT + "/Calls.json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static String authorization() {
        String login = ServerUnderTest.ACCOUNT + ":" + ServerUnderTest.ACCOUNT_TOKEN;
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(
                login.getBytes(StandardCharsets.ISO_8859_1)) + "\r\n";
    }

    /** The whole answer to a request; what could not be written any more was not wanted. */
    private static String answer(String head, String body) {
        URI server = URI.create(ServerUnderTest.http());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write((head + "Host: callwright\r\nConnection: close\r\n\r\n" + body)
                        .getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException refused) {
                assertThat(refused).hasMessageMatching("(?i).*(reset|pipe).*");
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream in) {
        StringBuilder all = new StringBuilder();
        byte[] piece = new byte[8_192];
        try {
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                all.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException reset) {
            // what came before counts
        }
        return all.toString();
    }

    private static String post(String type, String body) {
        return answer("POST " + CALLS + " HTTP/1.1\r\n" + authorization() + "Content-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n", body);
    }

    private static String get(String path) {
        return answer("GET " + path + " HTTP/1.1\r\n" + authorization(), "");
    }

    private static void assertCoded(String answer, int status, String error) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("\"error\":\"" + error + "\"");
        assertNothingInternal(answer);
    }

    private static void assertNothingInternal(String answer) {
        assertThat(answer).doesNotContain("Exception", "\tat ", "org.jboss", "RESTEASY", "io.undertow");
    }

    private static void assertAlive() {
        assertThat(get(CALLS + "?PageSize=1")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void bodyOf20MegabytesShouldBe413() {
        String answer = post(FORM, "From=" + "1".repeat(20 << 20));
        assertThat(answer).matches("(?s)|HTTP/1\\.1 413 .*");
        assertCoded(answer("POST " + CALLS + " HTTP/1.1\r\n" + authorization() + "Content-Type: " + FORM
                + "\r\nContent-Length: " + (20 << 20) + "\r\n", ""), 413, "CWAPI4010");
        assertAlive();
    }

    @Test
    void bodyOf20MegabytesThatDoesNotSaySoShouldBe413() {
        StringBuilder chunks = new StringBuilder();
        String chunk = "10000\r\n" + "1".repeat(0x10000) + "\r\n";
        for (int i = 0; i < 40; i++) {
            chunks.append(chunk);
        }
        String answer = answer("POST " + CALLS + " HTTP/1.1\r\n" + authorization() + "Content-Type: " + FORM
                + "\r\nTransfer-Encoding: chunked\r\n", chunks + "0\r\n\r\n");
        assertCoded(answer, 413, "CWAPI4010");
        assertAlive();
    }

    @Test
    void unknownContentTypesShouldBe415() {
        for (String type : new String[] {"application/json", "multipart/form-data; boundary=x", "text/xml", "nonsense",
            "a/b/c;;;=", "*", "application/x-www-form-urlencoded; charset=nonsense"}) {
            String answer = post(type, "From=1&To=2");
            assertThat(answer).as(type).matches("(?s)HTTP/1\\.1 4(00|15) .*\"error\":\"CWAPI40(09|11|12|20)\".*");
            assertNothingInternal(answer);
        }
    }

    @Test
    void thousandsOfParametersShouldBeRefusedWithACode() {
        String answer = post(FORM, "a=1&".repeat(100_000));
        assertThat(answer).matches("(?s)HTTP/1\\.1 4(00|13) .*\"error\":\"CWAPI40\\d\\d\".*");
        assertNothingInternal(answer);
        String query = get(CALLS + "?" + "a=1&".repeat(5_000));
        assertThat(query).matches("(?s)HTTP/1\\.1 (200|4\\d\\d) .*");
        assertNothingInternal(query);
        assertAlive();
    }

    @Test
    void headersWithoutMeasureShouldBeRefused() {
        String many = answer("GET " + CALLS + " HTTP/1.1\r\n" + authorization() + "X-A: b\r\n".repeat(10_000), "");
        String large = answer("GET " + CALLS + " HTTP/1.1\r\n" + authorization() + "X-A: " + "b".repeat(4 << 20)
                + "\r\n", "");
        for (String answer : new String[] {many, large}) {
            assertThat(answer).matches("(?s)|HTTP/1\\.1 4\\d\\d .*");
            assertNothingInternal(answer);
        }
        assertAlive();
    }

    @Test
    void pathTricksShouldLeadNowhere() {
        String recordings = Records.ACCOUNT + "/Recordings/";
        for (String trick : new String[] {"../../../../../../etc/passwd.wav", "..%2f..%2f..%2fetc%2fpasswd.wav",
            "%2e%2e/%2e%2e/db/callwright.mv.db.wav", "..%252f..%252fetc%252fpasswd.wav", "..;/..;/x.wav",
            "RE00000000000000000000000000000000%00.wav", "RE0000000000000000000000000000000/.wav", "..\\..\\x.wav",
            "%c0%ae%c0%ae/x.wav", "RE%0d%0aSet-Cookie:%20a=b.wav", ".wav", "wav", "%", "%zz.wav",
            "//etc/passwd.wav", "RE00000000000000000000000000000000.wav/../../Calls.wav"}) {
            String answer = get(recordings + trick);
            assertThat(answer).as(trick).matches("(?s)HTTP/1\\.1 4\\d\\d .*").doesNotContain("root:", "Set-Cookie: a");
            assertNothingInternal(answer);
        }
        String foreign = "/restcomm/2012-04-24/Accounts/" + System.getenv("CALLWRIGHT_ADMIN_SID");
        for (String trick : new String[] {foreign + "/Calls.json", Records.ACCOUNT + "/..;/../" + foreign.substring(33),
            Records.ACCOUNT + "/%2e%2e/" + foreign.substring(33) + "/Calls.json", foreign + ";x=.json/Calls"}) {
            assertThat(get(trick)).as(trick).matches("(?s)HTTP/1\\.1 4\\d\\d .*").doesNotContain("\"sid\"");
        }
    }
}
