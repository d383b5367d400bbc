package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.e2e.WebApp.Request;
import org.callwright.phone.Answering;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Applications that want to know whether a person or a machine answered, and phones that sound like either. */
@CallTests
@RunAsClient
class MachineDetectionIT {

    private static final RestClient REST = ServerUnderTest.account();

    private static Records place(Line line, Phone phone, String... more) {
        Map<String, String> form = new HashMap<>(Map.of("From", "+15550000001", "To", phone.uri(),
                "Url", line.url("answered"), "StatusCallback", line.url("told"), "StatusCallbackEvent", "completed"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return new Records(Records.placeCall(form).getString("sid"));
    }

    private static Line application(String verbs) {
        return Line.answering("").page("answered", verbs).page("told", Answer.status(200))
                .page("amd", Answer.status(200)).sound("a", tone(500, 800));
    }

    private static Phone answering() {
        return Phone.udp("127.0.0.1").onInvite(Answering.answer());
    }

    /** Noise that swells four times a second, as speech does. */
    private static short[] speech(int millis) {
        Random random = new Random(millis);
        short[] samples = new short[millis * 8];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i / 8 % 250 < 200 ? random.nextGaussian() * 4000 : 0);
        }
        return samples;
    }

    private static PhoneCall person(Phone phone) {
        return phone.awaitCall(SOON).awaitAnswered(SOON).sendSilence(ms(300)).send(speech(450));
    }

    private static PhoneCall machine(Phone phone) {
        return phone.awaitCall(SOON).awaitAnswered(SOON).sendSilence(ms(300)).send(speech(4_000))
                .sendSilence(ms(300)).sendTone(1_000, ms(500));
    }

    private static void assertAnsweredBy(Line line, Records records, String who) {
        JsonObject record = records.ended("completed");
        assertThat(record.getString("answered_by")).isEqualTo(who);
        JsonObject alias = REST.json("/restcomm/2010-04-01/Accounts/" + ServerUnderTest.ACCOUNT + "/Calls/"
                + records.callSid() + ".json");
        assertThat(alias.getString("answered_by")).isEqualTo(who);
        assertThat(REST.get(Records.ACCOUNT + "/Calls/" + records.callSid()).body())
                .contains("<AnsweredBy>" + who + "</AnsweredBy>");
        assertThat(line.asked("told").parameters()).containsEntry("AnsweredBy", who)
                .containsEntry("CallStatus", "completed");
    }

    @Test
    void personShouldBeToldBeforeTheDocumentIsAskedFor() {
        try (Line line = application("<Play>{here}/a</Play>"); Phone phone = answering()) {
            Records records = place(line, phone, "MachineDetection", "Enable");
            PhoneCall call = person(phone);
            Request request = line.asked("answered");
            assertThat(request.parameters()).containsEntry("AnsweredBy", "human")
                    .containsEntry("CallSid", records.callSid());
            assertThat(Integer.parseInt(request.parameter("MachineDetectionDuration"))).isBetween(900, 5_000);
            call.awaitTone(500, ms(600), SOON);
            call.awaitHangup(SOON);
            assertAnsweredBy(line, records, "human");
        }
    }

    @Test
    void machineShouldBeToldAtOnceWhenThatIsWanted() {
        try (Line line = application("<Hangup/>"); Phone phone = answering()) {
            Records records = place(line, phone, "MachineDetection", "Enable");
            PhoneCall call = machine(phone);
            assertThat(line.asked("answered").parameter("AnsweredBy")).isEqualTo("machine_start");
            call.awaitHangup(SOON);
            assertAnsweredBy(line, records, "machine_start");
        }
    }

    @Test
    void messageForAMachineShouldBeginBehindItsBeep() {
        try (Line line = application("<Play>{here}/a</Play>"); Phone phone = answering()) {
            Records records = place(line, phone, "MachineDetection", "DetectMessageEnd");
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON).sendSilence(ms(300)).send(speech(4_000));
            assertThat(line.times("answered")).isZero();
            call.sendSilence(ms(300)).sendTone(1_000, ms(500));
            assertThat(line.asked("answered").parameter("AnsweredBy")).isEqualTo("machine_end_beep");
            call.awaitTone(500, ms(600), SOON);
            call.awaitHangup(SOON);
            assertAnsweredBy(line, records, "machine_end_beep");
        }
    }

    @Test
    void documentShouldNotWaitForADetectionBesideItAndTheCallbackShouldGetTheResult() {
        try (Line line = application("<Play>{here}/a</Play><Pause length='20'/>"); Phone phone = answering()) {
            Records records = place(line, phone, "MachineDetection", "Enable", "AsyncAmd", "true",
                    "AsyncAmdStatusCallback", line.url("amd"));
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON);
            call.awaitTone(500, ms(600), SOON);
            assertThat(line.asked("answered").parameters()).doesNotContainKey("AnsweredBy");
            call.send(speech(450));
            assertThat(line.asked("amd").parameters()).containsOnlyKeys(
                            "CallSid", "AccountSid", "AnsweredBy", "MachineDetectionDuration")
                    .containsEntry("CallSid", records.callSid())
                    .containsEntry("AccountSid", ServerUnderTest.ACCOUNT)
                    .containsEntry("AnsweredBy", "human");
            Eventually.find(() -> "the result in the record of a call that goes on", () -> Optional.of(records.call())
                    .filter(row -> row.getString("answered_by", "").equals("human")
                            && row.getString("status").equals("in-progress")));
            call.hangup();
            assertAnsweredBy(line, records, "human");
            assertThat(line.times("amd")).isEqualTo(1);
        }
    }

    @Test
    void phoneThatHangsUpMeanwhileShouldLeaveUnknown() {
        try (Line line = application("<Hangup/>"); Phone phone = answering()) {
            Records records = place(line, phone, "MachineDetection", "Enable");
            PhoneCall call = phone.awaitCall(SOON).awaitAnswered(SOON).sendSilence(ms(300));
            assertThat(call.hangup()).isEqualTo(200);
            assertAnsweredBy(line, records, "unknown");
            assertThat(line.times("answered")).isZero();
        }
    }

    @Test
    void badValueShouldBeRefusedAndNobodyCalled() {
        try (Phone phone = answering()) {
            HttpResponse<String> refused = REST.post(Records.ACCOUNT + "/Calls.json", Map.of("From", "+15550000001",
                    "To", phone.uri(), "Url", "http://127.0.0.1:1/", "MachineDetection", "Enable",
                    "MachineDetectionTimeout", "60"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("MachineDetectionTimeout");
        }
    }
}
