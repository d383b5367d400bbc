package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.callwright.call.state.Signalling;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.PromptOutcome.Result;
import org.callwright.call.value.RecordingOutcome.Reason;
import org.junit.jupiter.api.Test;

/** The one way in which calls end. */
class FinaliseTest {

    /** Every state that a call stays in, with the status of the call that is hung up there. */
    private static Map<String, Supplier<CallScript>> states() {
        Map<String, Supplier<CallScript>> states = new LinkedHashMap<>();
        states.put("looking up", () -> script().invite());
        states.put("fetching", () -> script().invite().destination(World.shop()));
        states.put("pausing", () -> script().invite().destination(World.shop()).rcml("<Pause/>"));
        states.put("making media", () -> script().invite().destination(World.shop()).rcml("<Say>Hi</Say>"));
        states.put("waiting for ACK", () ->
                script().invite().destination(World.shop()).rcml("<Say>Hi</Say>").mediaAnswered());
        states.put("applying", () -> script().inviteWithoutOffer().destination(World.shop()).rcml("<Say>Hi</Say>")
                .mediaOffered().acknowledgedWith(World.ANSWER));
        states.put("saying", () -> answered("<Say>Hi</Say>"));
        states.put("playing", () -> answered("<Play>/a.wav</Play>"));
        states.put("prompting", () -> answered("<Gather><Say>Hi</Say></Gather>"));
        states.put("collecting", () -> answered("<Gather/>").keys("1"));
        states.put("recording", () -> answered("<Record/>"));
        states.put("stopping a recording", () -> answered("<Record/>").keys("1"));
        states.put("fetching again", () -> answered("<Redirect>/next</Redirect>"));
        states.put("dialling", () -> script().order(World.shopCallsBob()));
        states.put("ringing", () -> script().order(World.shopCallsBob()).mediaOffered());
        return states;
    }

    @Test
    void hangUpInAnyStateShouldEndTheCallEvenWhenMediaTellsNothing() {
        states().forEach((name, state) -> {
            CallScript call = state.get().hangupRequested();
            while (!call.session().ended()) {
                call.timeUp();
            }
            assertThat(call.latest(Effect.Forget.class)).as(name).isEqualTo(call.last().get(call.last().size() - 1));
            boolean media = call.effects().stream().anyMatch(Effect.Media.class::isInstance);
            assertThat(call.all(Effect.ReleaseMedia.class)).as(name).hasSize(media ? 1 : 0);
        });
    }

    @Test
    void brokenSignallingInAnyStateShouldEndTheCallWithoutSignalling() {
        states().forEach((name, state) -> {
            CallScript call = state.get();
            if (call.session().leg().signalling() != Signalling.IDLE) {
                call.post(new CallEvent.SignallingFailed(World.CALL, "reset"));
                assertThat(call.last()).as(name).isNotEmpty().noneMatch(Effect.Sip.class::isInstance);
            }
        });
    }

    @Test
    void callRecordShouldBeWrittenAfterTheRecordingIsFinal() {
        CallScript call = answered("<Record/>").hungUp();
        assertThat(call.call().status()).isEqualTo(CallStatus.IN_PROGRESS);
        call.passing(Duration.ofSeconds(1)).recordingEnded(Reason.STOPPED, 1_000);
        assertThat(call.call().status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(call.call().ended()).contains(World.MORNING);
    }

    @Test
    void endShouldWaitForEveryRunningOperation() {
        CallScript call = answered("<Gather numDigits=\"1\"><Say>Hi</Say></Gather>");
        call.keys("1").rcml("<Record/>").hungUp();
        assertThat(call.session().operations()).hasSize(2);
        call.promptEnded(Result.STOPPED, Duration.ofMillis(300)).expect(Effect.SaveSay.class);
        call.recordingEnded(Reason.STOPPED, 1_000).expectRequest(World.VOICE_URL);
    }

    @Test
    void guardShouldEndTheWaitForMedia() {
        CallScript call = answered("<Say>Hi</Say>").hungUp();
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(5));
        call.timeUp().expectEnded(CallStatus.COMPLETED);
        assertThat(call.say().completed()).isFalse();
    }

    @Test
    void guardShouldEndTheWaitForTheLastAnswer() {
        answered("<Record/>").hungUp().recordingEnded(Reason.STOPPED, 1_000).timeUp()
                .expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void endedCallShouldTakeNothing() {
        CallScript call = answered("<Gather/>").hungUp().expectEnded(CallStatus.COMPLETED);
        call.hungUp().expectNothing();
        call.hangupRequested().expectNothing();
        call.keys("1").expectNothing();
    }

    @Test
    void hangUpOfASessionThatNeverBeganShouldJustForgetIt() {
        script().hangupRequested().expect(Effect.Forget.class);
    }

    @Test
    void reasonOfTheEndShouldBeInTheRecord() {
        assertThat(answered("<Gather/>").hangupRequested().call().endReason()).isEqualTo("drain");
    }
}
