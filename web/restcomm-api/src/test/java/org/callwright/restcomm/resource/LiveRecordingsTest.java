package org.callwright.restcomm.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.GLOBEX;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingVerdict;
import org.callwright.call.value.WebTarget;
import org.callwright.restcomm.MemoryArchive;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping a recording of a call that runs. */
class LiveRecordingsTest {

    private static final WebTarget TOLD = new WebTarget(URI.create("http://app.example/told"), HttpMethod.GET);

    @TempDir
    Path folder;
    private World world;
    private CallRecord live;

    @BeforeEach
    void open() {
        world = new World(folder);
        live = world.archive.addLiveCall(ACME.sid(), 1);
        world.engine.running.add(live.sid());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void answers(RecordingVerdict verdict, Status status) {
        world.engine.answers = question -> new RecordingAnswer(question.recording(), verdict,
                Optional.of(new RecordingRecord(question.recording(), ACME.sid(), live.sid(), MemoryArchive.START,
                        MemoryArchive.START, status, Duration.ZERO, "")));
    }

    private void refuses(RecordingVerdict verdict) {
        world.engine.answers = question -> RecordingAnswer.none(question.recording(), verdict);
    }

    private HttpResponse<String> start(String form) {
        return world.postForm(ACME, "Calls/" + live.sid() + "/Recordings.json", form);
    }

    private HttpResponse<String> stop(RecordingSid sid, String form) {
        return world.postForm(ACME, "Calls/" + live.sid() + "/Recordings/" + sid + ".json", form);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(error);
    }

    @Test
    void startShouldAskTheCallAndAnswerWithTheRecordingInProgress() {
        answers(RecordingVerdict.STARTED, Status.IN_PROGRESS);
        HttpResponse<String> answer = start("RecordingStatusCallback=http%3A%2F%2Fapp.example%2Ftold"
                + "&RecordingStatusCallbackMethod=GET&MaxLength=30");
        CallEvent.RecordingRequested asked = (CallEvent.RecordingRequested) world.engine.posted.get(0);
        assertThat(asked.leg()).isEqualTo(live.sid());
        assertThat(asked.order()).isEqualTo(
                new RecordingOrder(Optional.of(TOLD), Optional.of(Duration.ofSeconds(30))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"sid\":\"" + asked.recording() + "\"", "\"status\":\"in-progress\"",
                "\"call_sid\":\"" + live.sid() + "\"", asked.recording() + ".wav");
    }

    @Test
    void startWithoutParametersShouldTellNobodyAndLastAsLongAsTheCall() {
        answers(RecordingVerdict.STARTED, Status.IN_PROGRESS);
        assertThat(start("").statusCode()).isEqualTo(200);
        assertThat(start("").statusCode()).isEqualTo(200);
        CallEvent.RecordingRequested first = (CallEvent.RecordingRequested) world.engine.posted.get(0);
        CallEvent.RecordingRequested second = (CallEvent.RecordingRequested) world.engine.posted.get(1);
        assertThat(first.order()).isEqualTo(new RecordingOrder(Optional.empty(), Optional.empty()));
        assertThat(first.recording()).isNotEqualTo(second.recording());
    }

    @Test
    void whatTheCallRefusesShouldHaveItsCode() {
        refuses(RecordingVerdict.RUNNING_ALREADY);
        assertRefused(start(""), 409, "CWAPI4032");
        refuses(RecordingVerdict.NOT_TALKING);
        assertRefused(start(""), 409, "CWAPI4033");
        refuses(RecordingVerdict.CALL_ENDED);
        assertRefused(start(""), 410, "CWAPI4030");
        assertRefused(stop(new RecordingSid("RE" + "1".repeat(32)), "Status=stopped"), 410, "CWAPI4030");
    }

    @Test
    void stopShouldAskTheCallAndAnswerWithTheRecording() {
        RecordingRecord recording = world.archive.addRecording(ACME.sid(), 1, Status.IN_PROGRESS);
        answers(RecordingVerdict.STOPPING, Status.IN_PROGRESS);
        HttpResponse<String> answer = stop(recording.sid(), "Status=Stopped");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(recording.sid().value());
        assertThat(world.engine.posted)
                .containsExactly(new CallEvent.RecordingStopRequested(live.sid(), recording.sid()));
    }

    @Test
    void stopOfWhatIsNotRecordedShouldTellWhy() {
        refuses(RecordingVerdict.NOT_RECORDING);
        RecordingRecord ended = world.archive.addRecording(ACME.sid(), 1);
        RecordingRecord ofTheProgram = world.archive.addRecording(ACME.sid(), 2, Status.IN_PROGRESS);
        assertThat(stop(ended.sid(), "Status=stopped").statusCode()).isEqualTo(200);
        assertRefused(stop(ofTheProgram.sid(), "Status=stopped"), 409, "CWAPI4015");
        assertRefused(stop(new RecordingSid("RE" + "9".repeat(32)), "Status=stopped"), 404, "CWAPI4007");
        CallRecord other = world.archive.addLiveCall(ACME.sid(), 7);
        world.engine.running.add(other.sid());
        assertRefused(world.postForm(ACME, "Calls/" + other.sid() + "/Recordings/" + ended.sid() + ".json",
                "Status=stopped"), 404, "CWAPI4007");
    }

    @Test
    void whatCanNotBeDoneShouldNotReachTheCall() {
        CallRecord over = world.archive.addCall(ACME.sid(), 2);
        CallRecord lost = world.archive.addLiveCall(ACME.sid(), 3);
        CallRecord strange = world.archive.addLiveCall(GLOBEX.sid(), 4);
        world.engine.running.add(strange.sid());
        RecordingSid any = new RecordingSid("RE" + "1".repeat(32));
        for (String form : new String[] {"MaxLength=0", "MaxLength=long", "MaxLength=86401",
                "RecordingStatusCallback=ftp%3A%2F%2Fapp.example%2F", "RecordingStatusCallbackMethod=PUT"}) {
            assertRefused(start(form), 400, "CWAPI4011");
        }
        assertRefused(stop(any, ""), 400, "CWAPI4012");
        assertRefused(stop(any, "Status=paused"), 400, "CWAPI4011");
        for (CallRecord gone : new CallRecord[] {over, lost}) {
            assertRefused(world.postForm(ACME, "Calls/" + gone.sid() + "/Recordings.json", ""), 410, "CWAPI4030");
            assertRefused(world.postForm(ACME, "Calls/" + gone.sid() + "/Recordings/" + any + ".json",
                    "Status=stopped"), 410, "CWAPI4030");
        }
        assertRefused(world.postForm(ACME, "Calls/CA" + "9".repeat(32) + "/Recordings.json", ""), 404, "CWAPI4007");
        assertRefused(world.postForm(ACME, "Calls/CA1/Recordings.json", ""), 400, "CWAPI4006");
        assertRefused(world.postForm(ACME, "Calls/" + strange.sid() + "/Recordings.json", ""), 403, "CWAPI4003");
        assertThat(world.engine.posted).isEmpty();
    }
}
