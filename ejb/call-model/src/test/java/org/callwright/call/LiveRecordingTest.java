package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Modification;
import org.callwright.call.value.Modification.Ending;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.PromptOutcome.Result;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingOutcome.Reason;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingVerdict;
import org.junit.jupiter.api.Test;

/** Recording a call from outside while its program goes on. */
class LiveRecordingTest {

    private static final RecordingSid FIRST = new RecordingSid("RE" + "1".repeat(32));
    private static final RecordingSid SECOND = new RecordingSid("RE" + "2".repeat(32));
    private static final RecordingOrder TOLD =
            new RecordingOrder(Optional.of(World.post(World.STATUS_URL)), Optional.of(Duration.ofSeconds(30)));

    private static CallScript record(CallScript call, RecordingSid sid) {
        return call.post(new CallEvent.RecordingRequested(World.CALL, sid, TOLD));
    }

    private static CallScript stop(CallScript call, RecordingSid sid) {
        return call.post(new CallEvent.RecordingStopRequested(World.CALL, sid));
    }

    private static CallScript ended(CallScript call, Reason reason, long millis) {
        return call.post(new CallEvent.RecordingEnded(World.CALL,
                call.latest(Effect.StartLiveRecording.class).operation(),
                new RecordingOutcome(reason, Duration.ofMillis(millis), true, "")));
    }

    private static RecordingVerdict verdict(CallScript call) {
        Effect.AnswerRecordingQuestion answered = call.latest(Effect.AnswerRecordingQuestion.class);
        assertThat(call.last()).contains(answered);
        return answered.answer().verdict();
    }

    private static List<RecordingRecord> rows(CallScript call, RecordingSid sid) {
        return call.all(Effect.SaveRecording.class).stream().map(Effect.SaveRecording::recording)
                .filter(row -> row.sid().equals(sid)).toList();
    }

    @Test
    void aRecordingShouldStartAndEndWithoutTheProgramNoticing() {
        CallScript call = record(answered("<Say>Long</Say><Say>Longer</Say>"), FIRST);
        call.expect(Effect.SaveRecording.class, Effect.StartLiveRecording.class, Effect.AnswerRecordingQuestion.class);
        assertThat(verdict(call)).isEqualTo(RecordingVerdict.STARTED);
        assertThat(call.latest(Effect.AnswerRecordingQuestion.class).answer().row()).contains(call.recording());
        assertThat(call.recording().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(call.latest(Effect.StartLiveRecording.class).maxLength()).isEqualTo(Duration.ofSeconds(30));

        call.promptEnded().expectSpeech("Longer");
        stop(call, FIRST).expect(Effect.StopRecording.class, Effect.AnswerRecordingQuestion.class);
        assertThat(verdict(call)).isEqualTo(RecordingVerdict.STOPPING);
        ended(call, Reason.STOPPED, 4_321).expect(Effect.SaveRecording.class, Effect.QueueCallback.class);
        assertThat(call.recording().status()).isEqualTo(Status.COMPLETED);
        assertThat(call.recording().duration()).isEqualTo(Duration.ofMillis(4_321));
        call.promptEnded().expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void theCallbackShouldTellTheFinalRecordingOnce() {
        CallScript call = ended(record(answered("<Gather/>"), FIRST), Reason.MAX_LENGTH, 30_000);
        assertThat(call.all(Effect.QueueCallback.class)).hasSize(1);
        Map<String, String> told = call.latest(Effect.QueueCallback.class).callback().request().parameters().stream()
                .collect(Collectors.toMap(Parameter::name, Parameter::value));
        assertThat(told).containsEntry("RecordingSid", FIRST.value()).containsEntry("RecordingStatus", "completed")
                .containsEntry("RecordingDuration", "30.000").containsEntry("CallSid", World.CALL.value())
                .containsEntry("AccountSid", World.SHOP.value())
                .containsEntry("RecordingStartTime", "Sun, 22 Nov 2026 09:00:00 +0000")
                .containsEntry("RecordingUrl", "https://voice.example/restcomm/2012-04-24/Accounts/" + World.SHOP
                        + "/Recordings/" + FIRST + ".wav");
    }

    @Test
    void aSecondRecordingShouldBeRefusedWhileOneRunsAndTakenAfterwards() {
        CallScript call = record(record(answered("<Gather/>"), FIRST), SECOND);
        call.expect(Effect.AnswerRecordingQuestion.class);
        assertThat(verdict(call)).isEqualTo(RecordingVerdict.RUNNING_ALREADY);
        ended(call, Reason.STOPPED, 1_000);
        assertThat(verdict(record(call, SECOND))).isEqualTo(RecordingVerdict.STARTED);
        assertThat(verdict(stop(call, FIRST))).isEqualTo(RecordingVerdict.NOT_RECORDING);
    }

    @Test
    void aCallThatNobodyTalksOnShouldNotBeRecorded() {
        CallScript ringing = script().invite().destination(World.shop());
        assertThat(verdict(record(ringing, FIRST))).isEqualTo(RecordingVerdict.NOT_TALKING);
        assertThat(ringing.all(Effect.SaveRecording.class)).isEmpty();
    }

    @Test
    void theEndOfTheCallShouldEndTheRecordingAndTellItBeforeTheCallRecord() {
        CallScript call = record(answered("<Gather/>"), FIRST).hungUp();
        assertThat(call.session().ended()).isFalse();
        assertThat(verdict(record(call, SECOND))).isEqualTo(RecordingVerdict.CALL_ENDED);
        assertThat(verdict(stop(call, FIRST))).isEqualTo(RecordingVerdict.CALL_ENDED);
        ended(call, Reason.STOPPED, 2_000).expect(Effect.SaveRecording.class, Effect.QueueCallback.class,
                Effect.StopTimer.class, Effect.SaveCall.class, Effect.Forget.class);
        assertThat(call.recording().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aRecordingWhoseEndNeverComesShouldFailAndBeTold() {
        CallScript call = record(answered("<Gather/>"), FIRST).hungUp().timeUp();
        call.expectEnded(CallStatus.COMPLETED);
        assertThat(call.recording().status()).isEqualTo(Status.FAILED);
        assertThat(call.all(Effect.QueueCallback.class)).hasSize(1);
    }

    @Test
    void aRecordVerbShouldRunBesideItAndHearOfItsOwnRecordingOnly() {
        CallScript call = record(answered("<Record action=\"/done\"/>"), FIRST);
        RecordingSid own = call.latest(Effect.StartRecording.class).recording();
        ended(call, Reason.STOPPED, 900).expectNoRequest();
        assertThat(verdict(stop(call, own))).isEqualTo(RecordingVerdict.NOT_RECORDING);
        assertThat(verdict(record(call, SECOND))).isEqualTo(RecordingVerdict.STARTED);
        call.recordingEnded(Reason.STOPPED, 2_000).expectRequest("http://app.example/done");
        assertThat(rows(call, own)).extracting(RecordingRecord::status)
                .containsExactly(Status.IN_PROGRESS, Status.COMPLETED);
        assertThat(rows(call, FIRST)).extracting(RecordingRecord::status)
                .containsExactly(Status.IN_PROGRESS, Status.COMPLETED);
        assertThat(rows(call, SECOND)).hasSize(1);
    }

    @Test
    void aNewDocumentShouldNeitherStopTheRecordingNorWaitForIt() {
        CallScript call = record(answered("<Say>Old</Say>"), FIRST);
        call.post(new CallEvent.ModifyRequested(World.CALL, new Modification(Ending.NONE,
                Optional.of(World.post("http://app.example/new")), Optional.empty(), Optional.empty())));
        assertThat(call.all(Effect.StopRecording.class)).isEmpty();
        call.promptEnded(Result.STOPPED, Duration.ZERO).expectRequest("http://app.example/new");
    }

    @Test
    void aRecordingWithoutAudioShouldBeKept() {
        CallScript call = ended(record(answered("<Gather/>"), FIRST), Reason.STOPPED, 0);
        assertThat(call.recording().status()).isEqualTo(Status.COMPLETED);
        assertThat(call.all(Effect.DropRecording.class)).isEmpty();
    }
}
