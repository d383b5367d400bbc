package org.callwright.e2e.trunk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.telesign.RestClient.TelesignResponse;
import com.telesign.VoiceClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.calls.CallTests;
import org.callwright.e2e.calls.Eventually;
import org.callwright.e2e.calls.Line;
import org.callwright.e2e.calls.Records;
import org.callwright.e2e.telesign.CallbackReceiver;
import org.callwright.phone.trunk.Tally;
import org.callwright.phone.trunk.TestTrunk;
import org.callwright.phone.trunk.TrunkOptions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Each number by the Restcomm dialect and by TeleSign's: resource and callback agree on what the page says. */
@CallTests
@RunAsClient
class TestNumbersIT {

    private static final String CUSTOMER = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";
    private static final String KEY =
            "EXAMPLETE8sTgg45yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==";
    private static final String REST = "+1500555";
    private static final String TELESIGN = "1500556";
    private static final String SHORT = "<Say>Hello there.</Say>";
    private static final String QUESTION = "<Gather numDigits='1' timeout='8' action='{here}/pressed'>"
            + "<Say>Please press a key when you have heard this sentence to its very end.</Say></Gather>";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Opened with the first test, as these are started before any method of JUnit's. */
    private static final TestTrunk TRUNK =
            TestTrunk.start(TrunkOptions.onPort(Integer.parseInt(System.getenv("E2E_TRUNK_PORT"))));

    @AfterAll
    static void close() {
        TRUNK.close();
    }

    /** Calls by the Restcomm dialect; the status callback must tell the end, and the call's resource that status. */
    private static void assertCall(String digits, String status, int seconds, String verbs) {
        try (Line line = Line.answering("").page("told", "")) {
            line.page("answered", verbs);
            Map<String, String> form = Map.of("From", "+15550000001", "To", REST + digits, "Url",
                    line.url("answered"), "StatusCallback", line.url("told"), "StatusCallbackEvent", "completed",
                    "Timeout", Integer.toString(seconds));
            String sid = Records.placeCall(form).getString("sid");
            assertThat(line.asked("told").parameters()).as("the callback, whose CallStatus names the event")
                    .containsEntry("CallStatus", "completed").containsEntry("CallSid", sid)
                    .containsEntry("To", REST + digits);
            new Records(sid).ended(status);
            boolean answered = status.equals("completed");
            assertThat(line.times("answered")).isEqualTo(answered ? 1 : 0);
            assertThat(TRUNK.tally().of(REST + digits)).isEqualTo(new Tally.Count(1, answered ? 1 : 0,
                    answered ? 1 : 0));
        }
    }

    /** Calls by TeleSign's dialect; status and callback must be the same, with that code. Gives the last status. */
    private static JsonObject assertMessage(String digits, int code, String... more) throws Exception {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            Map<String, String> parameters = new HashMap<>(Map.of("callback_url", receiver.url()));
            for (int i = 0; i < more.length; i += 2) {
                parameters.put(more[i], more[i + 1]);
            }
            VoiceClient client = new VoiceClient(CUSTOMER, KEY, ServerUnderTest.http());
            TelesignResponse placed = client.call(TELESIGN + digits, "Your code is one two three.", "OTP", parameters);
            assertThat(placed.statusCode).as(placed.body).isEqualTo(201);
            String reference = placed.json.get("reference_id").getAsString();
            JsonObject told = JsonParser.parseString(new String(receiver.await().body(), UTF_8)).getAsJsonObject();
            JsonObject status = Eventually.find(LIMIT, () -> "the end of " + reference, () -> last(client, reference));
            assertThat(status.getAsJsonObject("status").get("code").getAsInt()).as(status.toString()).isEqualTo(code);
            assertThat(told.getAsJsonObject("status")).isEqualTo(status.getAsJsonObject("status"));
            return status;
        }
    }

    private static Optional<JsonObject> last(VoiceClient client, String reference) {
        try {
            JsonObject status = client.status(reference, Map.of()).json;
            return Optional.of(status).filter(
                    each -> each.getAsJsonObject("status").get("code").getAsInt() != 103);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void personShouldBeCompleted() throws Exception {
        assertCall("0001", "completed", 20, SHORT);
        assertMessage("0001", 100);
    }

    @Test
    void machineShouldBeCompleted() throws Exception {
        assertCall("0002", "completed", 20, SHORT);
        assertMessage("0003", 100);
    }

    @Test
    void busyShouldBeBusy() throws Exception {
        assertCall("0004", "busy", 20, SHORT);
        assertMessage("0004", 107);
    }

    @Test
    void nobodyAtHomeShouldBeNoAnswer() throws Exception {
        assertCall("0005", "no-answer", 2, SHORT);
        assertMessage("0005", 101);
    }

    @Test
    void failureShouldBeFailed() throws Exception {
        assertCall("0006", "failed", 20, SHORT);
        assertMessage("0006", 106);
    }

    @Test
    void wrongNumberShouldBeFailedAndTeleSignKnowWhy() throws Exception {
        assertCall("0007", "failed", 20, SHORT);
        assertMessage("0007", 104);
    }

    @Test
    void personInAHurryShouldBeCompleted() throws Exception {
        assertCall("0008", "completed", 20, "<Pause length='20'/>");
        assertMessage("0008", 100);
    }

    @Test
    void personWhoDeclinesShouldBeBusyAndTeleSignSayNotAnswered() throws Exception {
        assertCall("0009", "busy", 20, SHORT);
        assertMessage("0009", 101);
    }

    @Test
    void deadTrunkShouldBeNoAnswer() throws Exception {
        assertCall("0010", "no-answer", 2, SHORT);
        assertMessage("0010", 101);
    }

    @Test
    void personFarFromThePhoneShouldBeCompletedIfTheCallerWaits() throws Exception {
        assertCall("0011", "completed", 20, SHORT);
        assertMessage("0011", 101);
    }

    @Test
    void keyAfterTheQuestionShouldBeHeard() throws Exception {
        assertPressed("0105", "5");
        JsonObject voice = assertMessage("0106", 100, "select_digits", "6").getAsJsonObject("voice");
        assertThat(voice.get("user_input").getAsString()).isEqualTo("6");
    }

    @Test
    void keyIntoTheQuestionShouldBeHeard() {
        assertPressed("0117", "7");
    }

    @Test
    void singleKeyShouldBeHeard() {
        assertPressed("0128", "8");
    }

    private static void assertPressed(String digits, String key) {
        try (Line line = Line.answering("").page("pressed", "<Hangup/>")) {
            line.page("answered", QUESTION);
            String sid = Records.placeCall(Map.of("From", "+15550000001", "To", REST + digits, "Url",
                    line.url("answered"))).getString("sid");
            assertThat(line.asked("pressed").parameter("Digits")).isEqualTo(key);
            new Records(sid).ended("completed");
        }
    }
}
