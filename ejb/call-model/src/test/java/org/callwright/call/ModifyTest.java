package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.Optional;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.Modification;
import org.callwright.call.value.Modification.Ending;
import org.callwright.call.value.PromptOutcome.Result;
import org.callwright.call.value.RecordingOutcome.Reason;
import org.junit.jupiter.api.Test;

/** Changing a call that is under way. */
class ModifyTest {

    private static final String NEW_URL = "http://app.example/new";

    private static CallScript modify(CallScript call, Modification change) {
        return call.post(new CallEvent.ModifyRequested(World.CALL, change));
    }

    private static CallScript end(CallScript call, Ending ending) {
        return modify(call, new Modification(ending, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static CallScript redirect(CallScript call) {
        return modify(call, new Modification(Ending.NONE, Optional.of(World.post(NEW_URL)), Optional.empty(),
                Optional.empty()));
    }

    @Test
    void completedShouldHangUpWhateverTheState() {
        end(answered("<Gather/>"), Ending.COMPLETED).expectEnded(CallStatus.COMPLETED)
                .expect(Effect.SendBye.class, Effect.StopTimer.class, Effect.StopTimer.class,
                        Effect.ReleaseMedia.class, Effect.SaveCall.class, Effect.Forget.class);
        CallScript ringing = end(script().order(World.shopCallsBob()).mediaOffered(), Ending.COMPLETED);
        ringing.expectEnded(CallStatus.CANCELED);
        assertThat(ringing.all(Effect.CancelInvite.class)).hasSize(1);
    }

    @Test
    void canceledShouldEndOnlyACallThatIsNotAnswered() {
        end(script().invite().destination(World.shop()), Ending.CANCELED).expectEnded(CallStatus.CANCELED);
        end(answered("<Gather/>"), Ending.CANCELED).expectNothing();
    }

    @Test
    void aNewDocumentShouldWaitForTheEndOfWhatRuns() {
        CallScript call = redirect(answered("<Say>Old</Say><Say>Older</Say>"));
        call.expect(Effect.StopPrompt.class, Effect.StartTimer.class).expectNoRequest();
        call.promptEnded(Result.STOPPED, Duration.ofMillis(300)).expectRequest(NEW_URL);
        call.rcml("<Say>New</Say>").expectSpeech("New");
        call.promptEnded().expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.SaveSay.class)).hasSize(2);
    }

    @Test
    void aRecordingThatIsInterruptedShouldBeKeptWithoutItsAction() {
        CallScript call = redirect(answered("<Record action=\"/done\"/>"));
        assertThat(call.last()).contains(call.latest(Effect.StopRecording.class));
        call.recordingEnded(Reason.STOPPED, 2_000).expectRequest(NEW_URL);
        assertThat(call.recording().duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aPauseShouldBeInterruptedAtOnce() {
        redirect(answered("<Pause length=\"60\"/>")).expectRequest(NEW_URL);
    }

    @Test
    void theAnswerToAnOlderRequestShouldNotRun() {
        CallScript call = script().invite().destination(World.shop());
        Effect.FetchDocument old = call.latest(Effect.FetchDocument.class);
        redirect(call).expectRequest(NEW_URL);
        call.post(new CallEvent.DocumentFailed(World.CALL, old.requestId(), FetchFailure.IO, "late")).expectNothing();
        call.rcml("<Say>New</Say>").mediaAnswered().acknowledged().expectSpeech("New");
    }

    @Test
    void aPromptThatDoesNotEndShouldNotKeepTheNewDocumentWaiting() {
        redirect(answered("<Say>Old</Say>")).timeUp().expectRequest(NEW_URL);
    }

    @Test
    void aCallBeingAnsweredShouldBeAnsweredOnceForTheNewDocument() {
        CallScript call = redirect(script().invite().destination(World.shop()).rcml("<Say>Old</Say>"));
        call.rcml("<Say>New</Say>").expectNothing();
        call.mediaAnswered().acknowledged().expectSpeech("New");
        assertThat(call.all(Effect.AnswerOffer.class)).hasSize(1);
    }

    @Test
    void aCallThatWaitsForTheAckShouldRunTheNewDocumentAfterIt() {
        CallScript call = redirect(script().invite().destination(World.shop()).rcml("<Say>Old</Say>").mediaAnswered());
        call.rcml("<Say>New</Say>").expectNothing();
        call.acknowledged().expectSpeech("New");
    }

    @Test
    void aCallThatRingsAtTheCalleeShouldRunTheNewDocumentWhenAnswered() {
        CallScript call = redirect(script().order(World.shopCallsBob()).mediaOffered()).expectNothing();
        call.post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER))).mediaConnected()
                .expectRequest(NEW_URL);
    }

    @Test
    void theNewFallbackShouldBeAskedWhenTheNewDocumentCanNotBeHad() {
        CallScript call = modify(answered("<Pause/>"), new Modification(Ending.NONE,
                Optional.of(World.post(NEW_URL)), Optional.of(World.post(World.FALLBACK_URL)), Optional.empty()));
        call.noDocument(FetchFailure.TIMEOUT).expectRequest(World.FALLBACK_URL);
    }

    @Test
    void theNewStatusCallbackShouldBeToldFromThenOn() {
        CallScript call = modify(answered("<Pause/>"), new Modification(Ending.COMPLETED, Optional.empty(),
                Optional.empty(), Optional.of(World.post(World.STATUS_URL))));
        assertThat(call.all(Effect.QueueCallback.class)).hasSize(1);
    }

    @Test
    void aCallThatIsOverShouldNotChange() {
        redirect(answered("<Record/>").hungUp()).expectNothing();
        redirect(answered("<Gather/>").hungUp()).expectNothing();
    }
}
