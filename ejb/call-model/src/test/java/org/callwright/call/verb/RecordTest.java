package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Destination;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.RecordedParties;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingOutcome.Reason;
import org.callwright.call.value.RecordingSpec;
import org.junit.jupiter.api.Test;

class RecordTest {

    private static final CallPolicy NO_DEFAULT_ACTION =
            new CallPolicy(false, Duration.ofHours(4), 100, "https://voice.example");

    @Test
    void recordShouldBeepAndLastAnHourByDefault() {
        CallScript call = answered("<Record/>");
        assertThat(call.latest(Effect.StartRecording.class).spec())
                .isEqualTo(new RecordingSpec(true, Duration.ofHours(1), Duration.ofSeconds(5)));
    }

    @Test
    void recordShouldHonourItsAttributes() {
        CallScript call = answered("<Record maxLength=\"30\" timeout=\"2\" playBeep=\"false\" media=\"audio_only\"/>");
        assertThat(call.latest(Effect.StartRecording.class).spec())
                .isEqualTo(new RecordingSpec(false, Duration.ofSeconds(30), Duration.ofSeconds(2)));
        call.expectNoNotification();
    }

    @Test
    void recordingShouldHaveTheFormatOfTheAccountFromBeginningToEnd() {
        Destination shop = World.shopWithStatusCallback();
        CallScript call = CallScript.script().invite().destination(new Destination(shop.account(), shop.number(),
                shop.voice(), shop.fallback(), shop.statusCallback(), RecordingFormat.GSM))
                .rcml("<Record/>").mediaAnswered().acknowledged();
        assertThat(call.latest(Effect.StartRecording.class).format()).isEqualTo(RecordingFormat.GSM);
        assertThat(call.recording().format()).isEqualTo(RecordingFormat.GSM);
        call.recordingEnded(Reason.STOPPED, 4_000);
        assertThat(call.recording().status()).isEqualTo(Status.COMPLETED);
        assertThat(call.recording().format()).isEqualTo(RecordingFormat.GSM);
    }

    @Test
    void twoChannelsShouldBecomeOneInAGsmFile() {
        RecordingSpec both = new RecordingSpec(
                false, Duration.ofHours(1), Duration.ZERO, RecordedParties.SEPARATE);
        assertThat(both.in(RecordingFormat.WAV)).isEqualTo(both);
        assertThat(both.in(RecordingFormat.GSM)).isEqualTo(
                new RecordingSpec(false, Duration.ofHours(1), Duration.ZERO, RecordedParties.MIXED));
    }

    @Test
    void rowShouldBeInProgressFromTheStart() {
        CallScript call = answered("<Record/>").expect(Effect.SaveRecording.class, Effect.StartRecording.class);
        assertThat(call.recording().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(call.recording().sid()).isEqualTo(call.latest(Effect.StartRecording.class).recording());
    }

    @Test
    void recordShouldTellTheActionUrlDurationAndDigits() {
        CallScript call = answered("<Record action=\"done?x=1\" finishOnKey=\"#\"/>").keys("42#")
                .expect(Effect.StopRecording.class);
        call.recordingEnded(Reason.STOPPED, 14_702);

        String url = "https://voice.example/restcomm/2012-04-24/Accounts/" + World.SHOP + "/Recordings/"
                + call.recording().sid() + ".wav";
        call.expectRequest("http://app.example/done?x=1")
                .expectParameter("RecordingUrl", url)
                .expectParameter("PublicRecordingUrl", url)
                .expectParameter("RecordingDuration", "14.702")
                .expectParameter("Digits", "42")
                .expectParameter("CallSid", World.CALL.value());
        assertThat(call.recording().status()).isEqualTo(Status.COMPLETED);
        assertThat(call.recording().duration()).isEqualTo(Duration.ofMillis(14_702));
    }

    @Test
    void anyKeyShouldEndTheRecordingByDefault() {
        answered("<Record/>").keys("7").expect(Effect.StopRecording.class).recordingEnded(Reason.STOPPED, 1_000)
                .expectParameter("Digits", "");
    }

    @Test
    void keysAfterTheFinishKeyShouldChangeNothing() {
        answered("<Record/>").keys("7").keys("89").expectNothing().recordingEnded(Reason.STOPPED, 1_000)
                .expectParameter("Digits", "");
    }

    @Test
    void minusOneShouldLetNoKeyEndTheRecording() {
        answered("<Record finishOnKey=\"-1\"/>").keys("12#*").expectNothing()
                .recordingEnded(Reason.MAX_LENGTH, 60_000).expectParameter("Digits", "12#*");
    }

    @Test
    void recordWithoutActionShouldAskTheCurrentDocument() {
        answered("<Record/>").recordingEnded(Reason.SILENCE, 5_500).expectRequest(World.VOICE_URL);
    }

    @Test
    void recordWithoutActionShouldGoOnWhenTheOperatorWantsThat() {
        script(NO_DEFAULT_ACTION).answeredWith("<Record/><Say>Next</Say>").recordingEnded(Reason.SILENCE, 5_500)
                .expectNoRequest().expectSpeech("Next");
    }

    @Test
    void verbsAfterARecordWithAnActionShouldBeUnreachable() {
        CallScript call = answered("<Record/><Say>Never</Say>").recordingEnded(Reason.MAX_LENGTH, 5_500)
                .rcml("<Say>Thanks</Say>").expectSpeech("Thanks").promptEnded();
        call.expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void silenceThroughoutShouldBeDroppedAndTheNextVerbRun() {
        CallScript call = answered("<Record/><Say>Are you there?</Say>").recordingEnded(Reason.SILENCE, 5_000, false)
                .expectNoRequest().expectSpeech("Are you there?");
        assertThat(call.last().get(0)).isEqualTo(
                new Effect.DropRecording(call.latest(Effect.StartRecording.class).recording()));
    }

    @Test
    void recordingWithoutAudioShouldBeDroppedAndTheNextVerbRun() {
        answered("<Record/><Say>Next</Say>").keys("1").recordingEnded(Reason.STOPPED, 0, false)
                .expect(Effect.DropRecording.class, Effect.PlayPrompt.class).expectNoRequest();
    }

    @Test
    void quietRecordingThatAKeyEndedShouldBeKept() {
        CallScript call = answered("<Record/>").keys("1").recordingEnded(Reason.STOPPED, 2_000, false)
                .expectRequest(World.VOICE_URL);
        assertThat(call.recording().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void recordingThatCouldNotBeWrittenShouldLeaveAFailedRowAndGoOn() {
        CallScript call = answered("<Record/><Say>Sorry</Say>").recordingEnded(Reason.FAILED, 700)
                .expectNoRequest().expectSpeech("Sorry").expectNotification(0, 13614);
        assertThat(call.recording().status()).isEqualTo(Status.FAILED);
        assertThat(call.recording().reason()).isEqualTo("disk full");
    }

    @Test
    void recordShouldKeepAudioWhenCallerHangsUpFirst() {
        CallScript call = answered("<Record action=\"/done\"/>").hungUp();
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.ReleaseMedia.class)
                .doesNotHaveAnyElementsOfTypes(Effect.SendBye.class, Effect.SaveCall.class);

        call.recordingEnded(Reason.STOPPED, 4_321)
                .expect(Effect.SaveRecording.class, Effect.StopTimer.class, Effect.SaveCall.class,
                        Effect.StartTimer.class, Effect.FetchDocument.class)
                .expectRequest("http://app.example/done")
                .expectParameter("Digits", "hangup")
                .expectParameter("CallStatus", "completed")
                .expectParameter("RecordingDuration", "4.321");
        assertThat(call.recording().status()).isEqualTo(Status.COMPLETED);

        call.rcml("<Say>Nobody hears this</Say>").expect(Effect.StopTimer.class, Effect.Forget.class)
                .expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void hangUpShouldAskTheCurrentDocumentToo() {
        answered("<Record/>").hungUp().recordingEnded(Reason.STOPPED, 4_321).expectRequest(World.VOICE_URL)
                .expectParameter("Digits", "hangup").noDocument(FetchFailure.TIMEOUT)
                .expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void hangUpWithoutAnyActionShouldJustEnd() {
        script(NO_DEFAULT_ACTION).answeredWith("<Record/>").hungUp().recordingEnded(Reason.STOPPED, 4_321)
                .expectNoRequest().expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void hangUpBeforeAnyAudioShouldDropTheRecordingAndAskNobody() {
        CallScript call = answered("<Record/>").hungUp().recordingEnded(Reason.STOPPED, 0).expectNoRequest()
                .expectEnded(CallStatus.COMPLETED);
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.DropRecording.class);
    }

    @Test
    void hangUpWhileAKeyIsEndingTheRecordingShouldTellTheDigits() {
        answered("<Record finishOnKey=\"#\"/>").keys("12#").hungUp().recordingEnded(Reason.STOPPED, 900)
                .expectParameter("Digits", "12");
    }

    @Test
    void hangUpByTheOperatorShouldFinaliseTheRecordingAndAskTheAction() {
        CallScript call = answered("<Record action=\"/done\"/>").hangupRequested();
        assertThat(call.last()).hasAtLeastOneElementOfType(Effect.SendBye.class);
        call.recordingEnded(Reason.STOPPED, 900).expectRequest("http://app.example/done");
    }

    @Test
    void recordingWhoseEndNeverComesShouldEndAsFailed() {
        CallScript call = answered("<Record action=\"/done\"/>").hungUp().timeUp()
                .expectNoRequest().expectEnded(CallStatus.COMPLETED);
        assertThat(call.recording().status()).isEqualTo(Status.FAILED);
        call.recordingEnded(Reason.STOPPED, 900).expectNothing();
    }

    @Test
    void endOfAnotherRecordingShouldChangeNothing() {
        CallScript call = answered("<Record/>");
        call.post(new CallEvent.RecordingEnded(World.CALL, 4_711, new RecordingOutcome(
                Reason.STOPPED, Duration.ofSeconds(1), true, ""))).expectNothing();
    }

    @Test
    void recordingSidShouldNotBeGuessableFromTheCall() {
        CallScript one = answered("<Record/>");
        CallScript replay = answered("<Record/>");
        assertThat(one.recording().sid()).isEqualTo(replay.recording().sid());
        assertThat(one.recording().sid().value()).doesNotContain(World.SEED.substring(0, 8));
    }
}
