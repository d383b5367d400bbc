package org.callwright.e2e.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.telesign.RestClient.TelesignResponse;
import com.telesign.VoiceClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.phone.Answering;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * TeleSign Voice by the unmodified client of the service ({@code com.telesign:telesign}); the phone at the trunk
 * listens.
 */
@AgainstServer
@RunAsClient
class TelesignIT {

    private static final String ID = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";
    private static final String KEY =
            "EXAMPLETE8sTgg45yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==";
    private static final String TEXT =
            "Press one to confirm your order and two to cancel it and three to hear this again";
    private static final String ANSWER = "Thank you very much indeed";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration CLOSE = Duration.ofMillis(600);

    private final VoiceClient client = new VoiceClient(ID, KEY, ServerUnderTest.http());

    private static Phone trunk;

    @BeforeAll
    static void open() {
        trunk = Phone.udp("127.0.0.1", Integer.parseInt(System.getenv("E2E_TRUNK_PORT")));
    }

    @AfterAll
    static void close() {
        trunk.close();
    }

    @BeforeEach
    void answer() {
        trunk.onInvite(Answering.answer());
    }

    private static Map<String, String> parameters(String... pairs) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    private String place(String number, String... more) throws Exception {
        TelesignResponse placed = client.call(number, TEXT, "OTP", parameters(more));
        assertThat(placed.statusCode).as(placed.body).isEqualTo(201);
        assertThat(placed.json.getAsJsonObject("status").get("code").getAsInt()).isEqualTo(103);
        return placed.json.get("reference_id").getAsString();
    }

    private JsonObject last(String reference, int code) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            TelesignResponse status = client.status(reference, Map.of());
            assertThat(status.statusCode).as(status.body).isEqualTo(200);
            int now = status.json.getAsJsonObject("status").get("code").getAsInt();
            if (now != 103) {
                assertThat(now).as(status.body).isEqualTo(code);
                return status.json;
            }
            assertThat(System.nanoTime()).as("still " + status.body).isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static PhoneCall listen() {
        return trunk.awaitCall(SOON).awaitAnswered(SOON);
    }

    @Test
    void calleeShouldHearAndChooseAndTheCustomerBeTold() throws Exception {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            String reference = place("16515551000", "select_digits", "12", "repeat_digit", "3", "tts_message_1", ANSWER,
                    "caller_id", "15550002", "callback_url", receiver.url(), "external_id", "order 7");
            PhoneCall call = listen();
            assertThat(call.invite().requestUri()).startsWith("sip:+16515551000@");
            assertThat(call.invite().header("From").orElseThrow()).contains("+15550002");

            call.awaitSpeech(SOON);
            call.sendDigits("2");
            Duration message = Utterances.await(call, 1).get(0);
            assertThat(message).as("the message, not barged in").isGreaterThan(Duration.ofMillis(2_500));
            assertThat(call.ended()).isFalse();
            call.sendDigits("1");
            call.awaitHangup(SOON);
            assertThat(Utterances.of(call.received())).hasSize(2);

            JsonObject over = last(reference, 100);
            assertThat(over.getAsJsonObject("voice").get("user_input").getAsString()).isEqualTo("1");
            assertThat(over.getAsJsonObject("voice").get("caller_id").getAsString()).isEqualTo("15550002");
            CallbackReceiver.Callback callback = receiver.await();
            assertSigned(callback);
            JsonObject body = JsonParser.parseString(new String(callback.body(), UTF_8)).getAsJsonObject();
            assertThat(body.get("reference_id").getAsString()).isEqualTo(reference);
            assertThat(body.get("external_id").getAsString()).isEqualTo("order 7");
            assertThat(body.getAsJsonObject("status")).isEqualTo(over.getAsJsonObject("status"));
            assertThat(body.getAsJsonObject("voice")).isEqualTo(over.getAsJsonObject("voice"));
        }
    }

    private static void assertSigned(CallbackReceiver.Callback callback) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(callback.body()));
        assertThat(callback.method()).isEqualTo("POST");
        assertThat(callback.query()).isEqualTo("for=a%20b&x=1");
        assertThat(callback.contentType()).startsWith("application/json");
        assertThat(callback.authorization()).isEqualTo("TSA " + ID + ":" + signature);
        assertThat(callback.tsAuthorization()).isEqualTo(signature);
    }

    @Test
    void messageShouldBeHeardAgainThreeTimesAndNotAFourth() throws Exception {
        String reference = place("16515551001", "repeat_digit", "3", "tts_repeat", ANSWER);
        PhoneCall call = listen();
        Duration message = Utterances.await(call, 1).get(0);
        for (int heard = 2; heard <= 4; heard++) {
            call.sendDigits("3");
            Utterances.await(call, heard);
        }
        call.sendDigits("3");
        call.awaitHangup(Duration.ofSeconds(3));
        List<Duration> all = Utterances.of(call.received());
        assertThat(all).hasSize(4);
        assertThat(all.get(1)).as("with what comes before it").isGreaterThan(message.plus(Duration.ofMillis(800)));
        assertThat(all.get(2)).isCloseTo(all.get(1), CLOSE);
        assertThat(all.get(3)).isCloseTo(all.get(1), CLOSE);
        assertThat(last(reference, 100).getAsJsonObject("voice").get("user_input").getAsString()).isEqualTo("3");
    }

    @Test
    void keyDuringTheLastTextShouldHangUpAtOnce() throws Exception {
        String reference = place("16515551002", "select_digits", "1", "tts_message_1", TEXT + " " + TEXT);
        PhoneCall call = listen();
        Duration message = Utterances.await(call, 1).get(0);
        call.sendDigits("1");
        long deadline = System.nanoTime() + SOON.toNanos();
        while (Utterances.of(call.received()).size() < 2 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
        }
        call.sendDigits("6");
        call.awaitHangup(Duration.ofSeconds(3));
        assertThat(Utterances.of(call.received()).get(1)).isLessThan(message);
        assertThat(last(reference, 100).getAsJsonObject("voice").get("user_input").getAsString()).isEqualTo("6");
    }

    @Test
    void promptShouldGiveTwoChancesAndThenHangUpWithoutTheMessage() throws Exception {
        String reference = place("16515551003", "prompt_message", ANSWER, "prompt_digit", "7");
        PhoneCall call = listen();
        Utterances.await(call, 1);
        call.sendDigits("1");
        Utterances.await(call, 2);
        call.awaitHangup(SOON);
        List<Duration> all = Utterances.of(call.received());
        assertThat(all).hasSize(2);
        assertThat(all.get(1)).as("the prompt once more").isCloseTo(all.get(0), CLOSE);
        assertThat(last(reference, 100).has("voice")).isFalse();
    }

    @Test
    void promptsKeyShouldLeadToTheMessage() throws Exception {
        String reference = place("16515551004", "prompt_message", ANSWER, "prompt_digit", "7");
        PhoneCall call = listen();
        Duration prompt = Utterances.await(call, 1).get(0);
        call.sendDigits("7");
        List<Duration> all = Utterances.await(call, 2);
        assertThat(all.get(1)).isGreaterThan(prompt.plus(Duration.ofSeconds(1)));
        assertThat(call.hangup()).isEqualTo(200);
        last(reference, 100);
    }

    @Test
    void endsOfCallsShouldHaveTheirStatuses() throws Exception {
        Map<Integer, Integer> codes = Map.of(486, 107, 600, 107, 404, 104, 484, 104, 603, 101, 480, 101, 500, 106,
                403, 106);
        for (Map.Entry<Integer, Integer> refusal : codes.entrySet()) {
            trunk.onInvite(Answering.reject(refusal.getKey()));
            String reference = place("1651555" + (1100 + refusal.getKey()));
            trunk.awaitCall(SOON);
            last(reference, refusal.getValue());
        }
        trunk.onInvite(Answering.ringForever());
        String reference = place("16515551099");
        PhoneCall call = trunk.awaitCall(SOON);
        call.awaitHangup(SOON);
        assertThat(call.cancelled()).isTrue();
        last(reference, 101);
    }

    @Test
    void blockedNumbersShouldNotBeCalled() throws Exception {
        for (Map.Entry<String, Integer> blocked : Map.of("16515550130", 130, "16515550129", 129).entrySet()) {
            try (CallbackReceiver receiver = new CallbackReceiver()) {
                TelesignResponse answer = client.call(blocked.getKey(), TEXT, "ARN",
                        parameters("callback_url", receiver.url()));
                assertThat(answer.statusCode).isEqualTo(200);
                assertThat(answer.json.getAsJsonObject("status").get("code").getAsInt()).isEqualTo(blocked.getValue());
                assertSigned(receiver.await());
            }
        }
        TelesignResponse forbidden = client.call("16515561000", TEXT, "ARN", parameters());
        assertThat(forbidden.statusCode).isEqualTo(400);
        assertThat(forbidden.json.getAsJsonObject("status").get("code").getAsInt()).isEqualTo(10034);
    }

    @Test
    void callbackThatIsRefusedShouldComeAgainAndBeTheSame() throws Exception {
        try (CallbackReceiver receiver = new CallbackReceiver(500, 204, 404)) {
            trunk.onInvite(Answering.reject(486));
            place("16515551005", "callback_url", receiver.url());
            trunk.awaitCall(SOON);
            byte[] first = receiver.await().body();
            for (int attempt = 2; attempt <= 4; attempt++) {
                CallbackReceiver.Callback again = receiver.await();
                assertSigned(again);
                assertThat(again.body()).isEqualTo(first);
            }
            assertThat(receiver.count()).isEqualTo(4);
        }
    }

    @Test
    void keyByBasicAndEveryRefusalShouldBeJson() throws Exception {
        RestClient basic = new RestClient(ServerUnderTest.http(), ID, KEY);
        assertRefused(basic.get("/v1/voice/0123456789ABCDEF0123456789ABCDEF"), 404, 10017);
        assertRefused(basic.get("/v1/voice/123"), 400, 11011);
        assertRefused(basic.post("/v1/voice", Map.of("phone_number", "16515551000", "message", "x")), 400, 12017);
        assertRefused(basic.get("/v1/voice"), 405, 405);
        assertRefused(basic.get("/v1/nothing"), 404, 404);
        assertRefused(basic.get("/v1"), 404, 404);
        assertRefused(basic.get("/v1/voice/a%2Fb"), 400, 11011);
        assertRefused(ServerUnderTest.anonymous().get("/v1/voice/123"), 401, 10009);
        assertRefused(new RestClient(ServerUnderTest.http(), ID, "guess").get("/v1/voice/123"), 401, 10022);
        assertRefused(new RestClient(ServerUnderTest.http(), "NOBODY", KEY).get("/v1/voice/123"), 401, 10015);
        TelesignResponse stranger = new VoiceClient(ID, "c29tZWJvZHkgZWxzZQ==", ServerUnderTest.http())
                .call("16515551000", TEXT, "OTP", parameters());
        assertThat(stranger.statusCode).isEqualTo(401);
        assertThat(stranger.json.getAsJsonObject("status").get("code").getAsInt()).isEqualTo(10008);
    }

    private static void assertRefused(HttpResponse<String> response, int status, int code) {
        assertThat(response.statusCode()).as(response.uri() + " " + response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(JsonParser.parseString(response.body()).getAsJsonObject().getAsJsonObject("status")
                .get("code").getAsInt()).isEqualTo(code);
    }
}
