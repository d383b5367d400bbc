package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Request;
import org.callwright.phone.Answering;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Calls that an application places over the REST API. */
@CallTests
@RunAsClient
class OutboundCallIT {

    private static final String FROM = "+15550000001";

    private static JsonObject place(Line line, String to, String... more) {
        Map<String, String> form = new HashMap<>(Map.of("From", FROM, "To", to, "Url", line.url("answered")));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return Records.placeCall(form);
    }

    private static Records records(JsonObject placed) {
        return new Records(placed.getString("sid"));
    }

    private static Line greeting() {
        return Line.answering("").page("answered", "<Play>{here}/a</Play>").sound("a", tone(500, 500));
    }

    @Test
    void calledPhoneShouldHearTheDocument() {
        try (Line line = greeting(); Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.answer())) {
            JsonObject placed = place(line, phone.uri());
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON);
            call.awaitTone(500, ms(450), SOON);
            call.awaitHangup(SOON);

            assertThat(placed.getString("sid")).matches("ID[0-9a-f]{32}-CA[0-9a-f]{32}");
            assertThat(placed.getString("status")).isEqualTo("queued");
            assertThat(placed.getString("direction")).isEqualTo("outbound-api");
            assertThat(placed.getString("from")).isEqualTo(FROM);
            Request request = line.asked("answered");
            assertThat(request.parameters()).containsEntry("CallSid", placed.getString("sid"))
                    .containsEntry("CallStatus", "in-progress").containsEntry("Direction", "outbound-api")
                    .containsEntry("AccountSid", ServerUnderTest.ACCOUNT).containsEntry("From", FROM);
            assertThat(call.invite().header("From").orElseThrow()).contains(FROM);
            JsonObject record = records(placed).ended("completed");
            assertThat(record.getString("direction")).isEqualTo("outbound-api");
            assertThat(record.getInt("duration")).isBetween(0, 10);
        }
    }

    @Test
    void answerWithoutSdpShouldLeaveTheEarlyOneInForce() {
        Answering early = Answering.answer().withOnlyEarlySdp();
        try (Line line = greeting(); Phone phone = Phone.udp("127.0.0.1").onInvite(early)) {
            JsonObject placed = place(line, phone.uri());
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON);
            call.awaitTone(500, ms(450), SOON);
            call.awaitHangup(SOON);
            records(placed).ended("completed");
        }
    }

    @Test
    void phoneOnTcpShouldBeCalledOverTcp() {
        try (Line line = greeting(); Phone phone = Phone.tcp("127.0.0.1").onInvite(Answering.answer())) {
            JsonObject placed = place(line, phone.uri());
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON);
            assertThat(call.invite().headers("Via").get(0)).startsWith("SIP/2.0/TCP");
            call.awaitTone(500, ms(450), SOON);
            call.awaitHangup(SOON);
            records(placed).ended("completed");
        }
    }

    @Test
    void numberShouldBeCalledThroughTheTrunk() {
        int port = Integer.parseInt(System.getenv("E2E_TRUNK_PORT"));
        try (Line line = greeting(); Phone trunk = Phone.udp("127.0.0.1", port).onInvite(Answering.answer())) {
            JsonObject placed = place(line, "+15558888");
            PhoneCall call = trunk.awaitCall(SOON).awaitAnswered(SOON);
            assertThat(call.invite().requestUri()).startsWith("sip:+15558888@");
            call.awaitTone(500, ms(450), SOON);
            call.awaitHangup(SOON);
            assertThat(records(placed).ended("completed").getString("to")).isEqualTo("+15558888");
        }
    }

    @Test
    void headersOfTheUriShouldBeOnTheInvite() {
        try (Line line = greeting(); Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.reject(486))) {
            place(line, phone.uri() + "?X-Order=42&X-Customer=Ann");
            PhoneCall call = phone.awaitCall(SOON);
            assertThat(call.invite().header("X-Order")).hasValue("42");
            assertThat(call.invite().header("X-Customer")).hasValue("Ann");
        }
    }

    @Test
    void calledPhoneShouldBeRecorded() {
        try (Line line = Line.answering("").page("recorded", "<Hangup/>");
                Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.answer())) {
            line.page("answered", "<Say>Speak now.</Say><Record action='{here}/recorded'/>");
            JsonObject placed = place(line, phone.uri());
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON);
            call.awaitSpeech(SOON);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(1000)).sendDigits("1");
            call.awaitHangup(SOON);

            records(placed).ended("completed");
            assertTone(records(placed).audio(), 440, 1000);
        }
    }

    @Test
    void calledPhoneShouldHangUpWheneverItWants() {
        try (Line line = Line.answering("").sound("a", tone(500, 20_000));
                Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.answer())) {
            line.page("answered", "<Play>{here}/a</Play>");
            JsonObject placed = place(line, phone.uri());
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON);
            call.awaitTone(500, ms(450), SOON);
            assertThat(records(placed).call().getString("status")).isEqualTo("in-progress");
            assertThat(call.hangup()).isEqualTo(200);
            records(placed).ended("completed");
        }
    }

    @Test
    void busyPhoneShouldEndTheCallAsBusy() {
        assertRefusal(486, "busy");
    }

    @Test
    void declinedCallShouldEndAsBusy() {
        assertRefusal(603, "busy");
    }

    @Test
    void unknownUserShouldEndTheCallAsFailed() {
        assertRefusal(404, "failed");
    }

    @Test
    void brokenPhoneShouldEndTheCallAsFailed() {
        assertRefusal(500, "failed");
    }

    private static void assertRefusal(int status, String recordedAs) {
        try (Line line = greeting(); Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.reject(status))) {
            JsonObject placed = place(line, phone.uri());
            phone.awaitCall(SOON);
            assertThat(records(placed).ended(recordedAs).getInt("duration", 0)).isZero();
            assertThat(line.times("answered")).isZero();
        }
    }

    @Test
    void unansweredCallShouldBeCancelledAfterTheTimeout() {
        try (Line line = greeting(); Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.ringForever())) {
            JsonObject placed = place(line, phone.uri(), "Timeout", "2");
            PhoneCall call = phone.awaitCall(SOON);
            Eventually.find(() -> "ringing", () -> Optional.of(records(placed).call().getString("status"))
                    .filter("ringing"::equals));
            call.awaitHangup(SOON);
            assertThat(call.cancelled()).isTrue();
            records(placed).ended("no-answer");
            assertThat(line.times("answered")).isZero();
        }
    }

    @Test
    void callToNobodyShouldEndAfterTheTimeout() {
        try (Line line = greeting(); Phone phone = Phone.udp("127.0.0.1").onInvite(Answering.ignore())) {
            JsonObject placed = place(line, phone.uri(), "Timeout", "2");
            phone.awaitCall(SOON);
            records(placed).ended("no-answer");
        }
    }

    @Test
    void callWithoutItsParametersShouldBeRefused() {
        Map<String, String> complete = Map.of("From", FROM, "To", "+15558888", "Url", "http://127.0.0.1:1/");
        for (String missing : complete.keySet()) {
            Map<String, String> form = new HashMap<>(complete);
            form.remove(missing);
            assertThat(ServerUnderTest.account().post(Records.ACCOUNT + "/Calls.json", form).statusCode())
                    .as("without %s", missing).isEqualTo(400);
        }
    }
}
