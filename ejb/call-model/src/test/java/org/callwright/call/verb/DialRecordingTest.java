package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.World.CALL;
import static org.callwright.call.verb.DialScript.BOB;
import static org.callwright.call.verb.DialScript.dialled;
import static org.callwright.call.verb.DialScript.dialling;
import static org.callwright.call.verb.DialScript.ended;
import static org.callwright.call.verb.DialScript.talking;
import static org.callwright.call.verb.DialScript.told;

import java.time.Duration;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.RecordedParties;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSpec;
import org.junit.jupiter.api.Test;

/** The recording that a Dial makes of both parties. */
class DialRecordingTest {

    @Test
    void bothShouldBeRecordedAndTheActionToldOfIt() {
        CallScript call = talking("record='true' action='/done' timeLimit='60'");
        assertThat(call.latest(Effect.StartRecording.class).spec()).isEqualTo(
                new RecordingSpec(false, Duration.ofSeconds(60), Duration.ZERO, RecordedParties.MIXED));
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.IN_PROGRESS);
        call.post(ended(call, CallStatus.COMPLETED, 1, 9)).expectNoRequest();
        assertThat(call.last()).contains(new Effect.StopRecording(
                CALL, call.latest(Effect.StartRecording.class).operation()));
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 9_020).expectRequest("http://app.example/done")
                .expectParameter("RecordingDuration", "9.020").expectParameter("DialCallDuration", "9");
        assertThat(call.parameters().get("RecordingUrl")).endsWith(call.recording().sid() + ".wav")
                .isEqualTo(call.parameters().get("PublicRecordingUrl"));
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.COMPLETED);
    }

    @Test
    void aRecordingMayHaveAChannelForEach() {
        assertThat(talking("record='record-from-answer-dual'").latest(Effect.StartRecording.class).spec().parties())
                .isEqualTo(RecordedParties.SEPARATE);
        assertThat(talking("record='do-not-record'").all(Effect.StartRecording.class)).isEmpty();
        assertThat(talking("").all(Effect.StartRecording.class)).isEmpty();
    }

    @Test
    void aRecordingMayBeginWithTheRinging() {
        CallScript call = dialling("record='record-from-ringing' action='/done' timeout='20' timeLimit='60'", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)))
                .expect(Effect.PlayPrompt.class, Effect.SaveRecording.class, Effect.StartRecording.class);
        assertThat(call.latest(Effect.StartRecording.class).spec()).isEqualTo(
                new RecordingSpec(false, Duration.ofSeconds(20 + 60 + 60), Duration.ZERO, RecordedParties.MIXED));
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .post(new CallEvent.LegsJoined(CALL, dialled(call)));
        assertThat(call.all(Effect.StartRecording.class)).as("there is one recording").hasSize(1);
        call.post(ended(call, CallStatus.COMPLETED, 3, 9)).expectNoRequest();
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 12_000).expectRequest("http://app.example/done")
                .expectParameter("RecordingDuration", "12.000");
    }

    @Test
    void timesWithoutMeasureShouldNotCutTheRecordingShort() {
        CallScript call = dialling(
                "record='record-from-ringing' timeout='2147483647' timeLimit='2147483647'", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)));
        assertThat(call.latest(Effect.StartRecording.class).spec().maxLength())
                .isEqualTo(Duration.ofSeconds(2 * 2_147_483_647L + 60));
    }

    @Test
    void theRecordingOfACalleeWhoNeverAnsweredShouldBeWholeBeforeTheActionIsTold() {
        CallScript call = dialling("record='record-from-ringing-dual' action='/done'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)));
        assertThat(call.latest(Effect.StartRecording.class).spec().parties()).isEqualTo(RecordedParties.SEPARATE);
        call.post(ended(call, CallStatus.FAILED, 3, 0)).expectNoRequest();
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 3_000).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "failed");
        assertThat(call.parameters()).containsKey("RecordingUrl");
    }

    @Test
    void aRecordingThatFailsShouldNotEndTheTalk() {
        CallScript call = talking("record='true' action='/done'")
                .recordingEnded(RecordingOutcome.Reason.FAILED, 0).expectNotification(0, 13614);
        assertThat(told(call)).isEmpty();
        call.post(ended(call, CallStatus.COMPLETED, 0, 9)).expectRequest("http://app.example/done");
        assertThat(call.parameters()).doesNotContainKey("RecordingUrl");
    }

    @Test
    void theCallerWhoHangsUpShouldLeaveAFinalRecordingThatTheActionIsToldOf() {
        CallScript call = talking("record='true' action='/done'").hungUp();
        call.post(ended(call, CallStatus.COMPLETED, 0, 9)).expectNoRequest();
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 9_000).expectRequest("http://app.example/done")
                .expectParameter("RecordingDuration", "9.000");
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.COMPLETED);
    }
}
