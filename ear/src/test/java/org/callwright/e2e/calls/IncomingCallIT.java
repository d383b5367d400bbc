package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Request;
import org.callwright.phone.CallOptions;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.Codec;
import org.callwright.phone.sip.SipMessage;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The main job: a call comes in, is spoken to and recorded, and what is left of it is found over the REST API. */
@CallTests
@RunAsClient
class IncomingCallIT {

    private static final String PLEASE = "Please leave a message after the beep.";
    private static final String THANKS = "Thank you. Good bye.";

    @Test
    void callOverUdpShouldBeSpokenToAndRecorded() {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            leaveAMessage(phone, CallOptions.defaults());
        }
    }

    @Test
    void callOverTcpShouldBeSpokenToAndRecorded() {
        try (Phone phone = Phone.tcp("127.0.0.1")) {
            leaveAMessage(phone, CallOptions.defaults());
        }
    }

    @Test
    void callWithALawShouldBeSpokenToAndRecorded() {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            leaveAMessage(phone, CallOptions.defaults().codecs(Codec.PCMA));
        }
    }

    @Test
    void callWithLinearAudioShouldBeSpokenToAndRecorded() {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            leaveAMessage(phone, CallOptions.defaults().codecs(Codec.L16));
        }
    }

    private static void leaveAMessage(Phone phone, CallOptions options) {
        try (Line line = Line.answering("<Say>" + PLEASE + "</Say>"
                + "<Record action='{here}/recorded' finishOnKey='#' maxLength='20'/>")) {
            line.page("recorded", "<Say>" + THANKS + "</Say><Hangup/>");
            PhoneCall call = line.call(phone, options);
            call.awaitAnswered(SOON).awaitSpeech(SOON);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(2000)).sendDigits("#");
            Request recorded = line.asked("recorded");
            call.awaitSpeech(SOON);
            call.awaitHangup(SOON);

            assertThat(statuses(call)).containsSubsequence(180, 200).doesNotContain(183);
            Records records = line.records();
            JsonObject record = records.ended("completed");
            assertThat(record.getInt("duration")).isBetween(4, 40);
            Audio audio = records.audio();
            assertTone(audio, 440, 2000);
            assertRecordingTold(recorded, records.recording(), audio);
            assertSays(records);
        }
    }

    private static List<Integer> statuses(PhoneCall call) {
        return call.responses().stream().map(SipMessage::status).toList();
    }

    private static void assertRecordingTold(Request request, JsonObject recording, Audio audio) {
        String file = ServerUnderTest.http() + Records.ACCOUNT + "/Recordings/" + recording.getString("sid") + ".wav";
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.parameter("RecordingUrl")).isEqualTo(file);
        assertThat(request.parameter("PublicRecordingUrl")).isEqualTo(file);
        assertThat(request.parameters()).containsEntry("Digits", "").containsEntry("CallStatus", "in-progress");
        double seconds = audio.length().toMillis() / 1000.0;
        assertThat(Double.parseDouble(request.parameter("RecordingDuration"))).isCloseTo(seconds, within(0.05));
        assertThat(Double.parseDouble(recording.getString("duration"))).isCloseTo(seconds, within(0.05));
        assertThat(recording.getString("file_uri")).isEqualTo(file);
        assertThat(recording.getString("call_sid")).isEqualTo(request.parameter("CallSid"));
    }

    private static void assertSays(Records records) {
        List<JsonObject> says = records.says(2);
        assertThat(says).hasSize(2)
                .extracting(say -> say.getString("status")).containsOnly("completed");
        assertThat(says).extracting(say -> say.getInt("character_count"))
                .containsExactlyInAnyOrder(PLEASE.length(), THANKS.length());
        assertThat(says).extracting(say -> say.getInt("duration")).allMatch(seconds -> seconds >= 1 && seconds < 10);
        JsonObject first = says.get(0);
        assertThat(ServerUnderTest.account().json(Records.ACCOUNT + "/Says/" + first.getString("sid")))
                .isEqualTo(first);
    }

    @Test
    void applicationShouldBeToldOfTheCall() {
        try (Line line = Line.answering("<Reject/>"); Phone phone = Phone.udp("127.0.0.1")) {
            line.call(phone, CallOptions.defaults().from("sip:+15557654@127.0.0.1:" + phone.port())
                    .header("X-Order", "42").header("Diversion", "<sip:+15553333@127.0.0.1>;reason=unconditional"))
                    .awaitFinal(SOON);

            Request request = line.asked();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.headers().get("Content-type")).startsWith("application/x-www-form-urlencoded");
            assertThat(request.parameters())
                    .containsEntry("AccountSid", ServerUnderTest.ACCOUNT)
                    .containsEntry("From", "+15557654")
                    .containsEntry("To", line.number())
                    .containsEntry("CallStatus", "ringing")
                    .containsEntry("ApiVersion", "2012-04-24")
                    .containsEntry("Direction", "inbound")
                    .containsEntry("CallerName", "null")
                    .containsEntry("ForwardedFrom", "+15553333")
                    .containsEntry("SipHeader_X-Order", "42");
            assertThat(request.parameter("InstanceId")).matches("ID[0-9a-f]{32}");
            assertThat(request.parameter("CallSid")).matches(request.parameter("InstanceId") + "-CA[0-9a-f]{32}");
            assertThat(Instant.parse(request.parameter("CallTimestamp")))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
        }
    }

    @Test
    void callRecordShouldTellTheCall() {
        try (Line line = Line.answering("<Pause length='2'/><Say>Hi.</Say>"); Phone phone = Phone.udp("127.0.0.1")) {
            line.call(phone, CallOptions.defaults().from("sip:+15557655@127.0.0.1:" + phone.port()))
                    .awaitAnswered(SOON).awaitHangup(SOON);

            JsonObject record = line.records().ended("completed");
            assertThat(record.getString("sid")).isEqualTo(line.records().callSid());
            assertThat(record.getString("account_sid")).isEqualTo(ServerUnderTest.ACCOUNT);
            assertThat(record.getString("from")).isEqualTo("+15557655");
            assertThat(record.getString("to")).isEqualTo(line.number());
            assertThat(record.getString("direction")).isEqualTo("inbound");
            assertThat(record.getString("api_version")).isEqualTo("2012-04-24");
            assertThat(record.getInt("duration")).isBetween(2, 15);
            assertThat(record.getInt("ring_duration")).isBetween(2, 4);
            assertThat(record.getString("start_time")).isLessThan(record.getString("end_time"));
        }
    }

    @Test
    void recordingShouldBeGuardedAndItsFilePublic() {
        try (Line line = Line.answering("<Record playBeep='false' maxLength='2' action='{here}/recorded'/>");
                Phone phone = Phone.udp("127.0.0.1")) {
            line.page("recorded", "<Hangup/>");
            line.connect(phone).queue(Sounds.tone(500, 3000)).awaitHangup(SOON);

            JsonObject row = line.records().recording();
            String path = Records.ACCOUNT + "/Recordings/" + row.getString("sid");
            assertThat(ServerUnderTest.account().json(path + ".json")).isEqualTo(row);
            assertThat("/restcomm" + row.getString("uri")).isEqualTo(path + ".json");
            RestClient anonymous = ServerUnderTest.anonymous();
            assertThat(anonymous.get(path + ".json").statusCode()).isEqualTo(401);
            assertThat(anonymous.get(path).statusCode()).isEqualTo(401);
            assertThat(anonymous.getBytes(path + ".wav").headers().firstValue("Content-Type")).hasValue("audio/x-wav");
            assertThat(ServerUnderTest.account().get(path).body()).contains("<RestcommResponse>")
                    .contains("<Sid>" + row.getString("sid") + "</Sid>");
        }
    }
}
