package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Records.ACCOUNT;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.e2e.WebApp.Request;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Audio;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Recordings that an application starts and stops by REST while the call's program goes on. */
@CallTests
@RunAsClient
class LiveRecordingIT {

    private static final RestClient REST = ServerUnderTest.account();

    private static String recordings(Line line) {
        return ACCOUNT + "/Calls/" + line.records().callSid() + "/Recordings";
    }

    private static JsonObject start(Line line) {
        JsonObject recording = REST.postForJson(recordings(line) + ".json",
                Map.of("RecordingStatusCallback", line.url("told")), 200);
        assertThat(recording.getString("status")).isEqualTo("in-progress");
        return recording;
    }

    private static void stop(Line line, JsonObject recording) {
        REST.postForJson(recordings(line) + "/" + recording.getString("sid") + ".json",
                Map.of("Status", "stopped"), 200);
    }

    private static Audio audio(JsonObject recording) {
        HttpResponse<byte[]> file = ServerUnderTest.anonymous()
                .getBytes(ACCOUNT + "/Recordings/" + recording.getString("sid") + ".wav");
        assertThat(file.statusCode()).isEqualTo(200);
        return Records.parse(file.body());
    }

    /** The recording as REST tells it once it is final. */
    private static JsonObject finished(JsonObject recording) {
        return Eventually.find(() -> "the end of " + recording, () -> Optional
                .of(REST.get(ACCOUNT + "/Recordings/" + recording.getString("sid") + ".json"))
                .filter(answer -> answer.statusCode() == 200 && !answer.body().contains("in-progress"))
                .map(answer -> REST.json(ACCOUNT + "/Recordings/" + recording.getString("sid") + ".json")));
    }

    @Test
    void aRecordingShouldStartAndStopInTheMiddleOfWhatIsSaid() {
        try (Line line = Line.answering("<Say>Please hold the line.</Say><Pause length='30'/>")
                .page("told", Answer.status(200)).takingStatuses(); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitSpeech(SOON);
            call.sendTone(660, ms(600));
            JsonObject recording = start(line);
            HttpResponse<String> second = REST.post(recordings(line) + ".json", Map.of());
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("CWAPI4032");
            call.sendTone(440, ms(1000)).sendSilence(ms(200));
            stop(line, recording);

            Request told = line.asked("told");
            assertThat(told.parameters()).containsEntry("RecordingSid", recording.getString("sid"))
                    .containsEntry("RecordingStatus", "completed").containsEntry("CallStatus", "in-progress");
            assertThat(call.ended()).isFalse();
            JsonObject finished = finished(recording);
            Audio audio = audio(recording);
            assertTone(audio, 440, 1000);
            assertThat(audio.longestTone(660)).isEmpty();
            double seconds = Double.parseDouble(Records.text(finished, "duration"));
            assertThat(seconds).isCloseTo(audio.length().toMillis() / 1000.0, within(0.02)).isGreaterThan(1.1);
            assertThat(finished.containsKey("status")).isFalse();

            JsonObject again = start(line);
            call.sendTone(880, ms(700));
            call.hangup();
            line.records().ended("completed");
            finished(again);
            assertTone(audio(again), 880, 700);
        }
    }

    @Test
    void aRecordingBesideARecordVerbShouldLeaveBothWhole() {
        try (Line line = Line.answering("<Record action='{here}/recorded' playBeep='true' finishOnKey='#'/>")
                .page("recorded", "<Pause length='30'/>").page("told", Answer.status(200)).takingStatuses();
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(660, ms(800));
            JsonObject live = start(line);
            call.sendTone(440, ms(1000)).sendDigits("#");
            Request recorded = line.asked("recorded");
            call.sendTone(880, ms(700)).sendSilence(ms(200));
            stop(line, live);
            line.asked("told");
            finished(live);

            Audio ofLive = audio(live);
            assertTone(ofLive, 440, 1000);
            assertTone(ofLive, 880, 700);
            assertThat(ofLive.longestTone(660)).isEmpty();
            List<JsonObject> both = line.records().recordings();
            assertThat(both).hasSize(2);
            JsonObject ofVerb = both.stream()
                    .filter(one -> recorded.parameter("RecordingUrl").contains(one.getString("sid")))
                    .findFirst().orElseThrow();
            assertThat(ofVerb.getString("sid")).isNotEqualTo(live.getString("sid"));
            assertTone(audio(ofVerb), 660, 800);
            assertTone(audio(ofVerb), 440, 1000);
            assertThat(audio(ofVerb).longestTone(880)).isEmpty();
            assertThat(call.ended()).isFalse();
            call.hangup();
            line.records().ended("completed");
        }
    }
}
