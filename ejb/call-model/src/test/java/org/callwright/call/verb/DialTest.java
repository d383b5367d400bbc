package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.World.CALL;
import static org.callwright.call.verb.DialScript.BOB;
import static org.callwright.call.verb.DialScript.dialled;
import static org.callwright.call.verb.DialScript.dialling;
import static org.callwright.call.verb.DialScript.ended;
import static org.callwright.call.verb.DialScript.talking;
import static org.callwright.call.verb.DialScript.told;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.Modification;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.SipAnswer;
import org.junit.jupiter.api.Test;

/** Dial as the call that dials sees it, from the first ringing to the end. */
class DialTest {

    // ---- ringing

    @Test
    void theCallerShouldHearRingingUntilTheAnswer() {
        CallScript call = dialling("", BOB).expect(Effect.PlaceDialled.class);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)));
        Effect.PlayPrompt tone = call.latest(Effect.PlayPrompt.class);
        assertThat(tone.prompt()).isEqualTo(new Prompt.Ringback());
        assertThat(tone.loop()).isZero();
        call.post(new CallEvent.DialledRings(CALL, dialled(call))).expectNothing();
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .expect(Effect.StopPrompt.class, Effect.StartTimer.class, Effect.JoinLegs.class);
        assertThat(call.latest(Effect.JoinLegs.class)).isEqualTo(new Effect.JoinLegs(CALL, dialled(call)));
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(14_400));
    }

    @Test
    void earlyMediaShouldBeHeardByTheCallerAloneUntilTheAnswer() {
        CallScript call = dialling("record='true'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call))).expect(Effect.HearLeg.class);
        assertThat(call.latest(Effect.HearLeg.class)).isEqualTo(new Effect.HearLeg(CALL, dialled(call)));
        call.post(new CallEvent.LegsJoined(CALL, dialled(call))).expectNothing();
        call.post(new CallEvent.DialledHeard(CALL, dialled(call))).expectNothing();
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .expect(Effect.StartTimer.class, Effect.JoinLegs.class);
        call.post(new CallEvent.LegsJoined(CALL, dialled(call)))
                .expect(Effect.SaveRecording.class, Effect.StartRecording.class);
    }

    @Test
    void earlyMediaShouldEndTheRingingTone() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)));
        long tone = call.latest(Effect.PlayPrompt.class).operation();
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .expect(Effect.StopPrompt.class, Effect.HearLeg.class);
        assertThat(call.last()).contains(new Effect.StopPrompt(CALL, tone));
    }

    @Test
    void aCalleeWhoWasOnlyHeardShouldBeToldAsWhatHeIs() {
        CallScript call = dialling("action='/done' hangupOnStar='true'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call))).keys("*").expectNothing();
        call.post(ended(call, CallStatus.FAILED, 4, 0)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "failed").expectParameter("DialCallDuration", "0");
        assertThat(call.last()).contains(new Effect.PartLegs(CALL));
    }

    @Test
    void aCallerWhoHeardEarlyMediaShouldHearRingingWhileTheCalleeIsAsked() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .post(new CallEvent.DialledRings(CALL, dialled(call)))
                .expect(Effect.PartLegs.class, Effect.PlayPrompt.class);
        call.post(new CallEvent.LegsJoined(CALL, dialled(call))).expect(Effect.PartLegs.class);
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .expect(Effect.StopPrompt.class, Effect.StartTimer.class, Effect.JoinLegs.class);
    }

    @Test
    void aCalleeWhoDoesNotTakeTheCallShouldHaveNotAnsweredForTheCaller() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call))).post(ended(call, CallStatus.COMPLETED, 2, 7))
                .expectRequest("http://app.example/done").expectParameter("DialCallStatus", "no-answer")
                .expectParameter("DialCallDuration", "0").expectParameter("DialRingDuration", "2");
    }

    @Test
    void theCallerWhoHangsUpWhileTheCalleeIsAskedShouldHaveCanceled() {
        CallScript call = dialling("action='/done'", BOB).hungUp();
        call.post(ended(call, CallStatus.COMPLETED, 2, 7)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "canceled").expectParameter("DialCallDuration", "0");
    }

    @Test
    void earlyMediaThatCannotBeHeardShouldFailTheDialBeforeSomebodyAnswersInVain() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .post(new CallEvent.LegsNotJoined(CALL, dialled(call), "this driver does not mix"))
                .expectNotification(0, 11008);
        assertThat(told(call)).hasSize(1);
        call.post(ended(call, CallStatus.CANCELED, 0, 1)).expectParameter("DialCallStatus", "failed");
    }

    @Test
    void aCalleeWhoDoesNotAnswerShouldBeToldAsWhatHeIs() {
        CallScript call = dialling("action='/done' method='GET'", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)));
        call.post(new CallEvent.DialledEnded(CALL, dialled(call), new DialledOutcome(true, CallStatus.BUSY,
                Duration.ofSeconds(3), Duration.ZERO, Optional.of(486))));
        call.expectRequest("http://app.example/done").expectParameter("DialCallSid", dialled(call).value())
                .expectParameter("DialCallStatus", "busy").expectParameter("DialCallDuration", "0")
                .expectParameter("DialRingDuration", "3").expectParameter("DialSipResponseCode", "486")
                .expectParameter("OutboundCallSid", dialled(call).value());
        assertThat(call.last()).contains(new Effect.StopPrompt(CALL, call.latest(Effect.PlayPrompt.class).operation()));
    }

    @Test
    void theActionShouldBeToldWhatTheCalleeSaid() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledEnded(CALL, dialled(call), new DialledOutcome(true, CallStatus.BUSY,
                Duration.ZERO, Duration.ZERO, Optional.of(486), Optional.of(new SipAnswer("c7@server",
                        List.of(new Parameter("X-Desk", "12")))))));
        call.expectRequest("http://app.example/done").expectParameter("DialSipCallId", "c7@server")
                .expectParameter("DialSipHeader_X-Desk", "12");
    }

    @Test
    void withoutAnActionTheNextVerbShouldRun() {
        CallScript call = dialling("", BOB);
        call.post(ended(call, CallStatus.NO_ANSWER, 30, 0)).expectSpeech("Next.");
    }

    @Test
    void theCallerWhoHangsUpWhileItRingsShouldEndBoth() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call))).hungUp();
        assertThat(told(call)).containsExactly(
                new CallEvent.DiallerGone(dialled(call), "hung up by the peer"));
        call.promptEnded(PromptOutcome.Result.STOPPED, Duration.ofSeconds(1));
        assertThat(call.session().ended()).as("the other call's end is still to come").isFalse();
        call.post(ended(call, CallStatus.CANCELED, 1, 0)).expectEnded(CallStatus.COMPLETED);
    }

    // ---- talking

    @Test
    void theCalleeWhoHangsUpShouldLeadToTheAction() {
        CallScript call = talking("action='/done'");
        call.post(ended(call, CallStatus.COMPLETED, 2, 61));
        assertThat(call.last()).contains(new Effect.PartLegs(CALL));
        call.expectRequest("http://app.example/done").expectParameter("DialCallStatus", "completed")
                .expectParameter("DialCallDuration", "61").expectParameter("DialRingDuration", "2");
        call.rcml("<Hangup/>").expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void theCallerWhoHangsUpShouldEndTheOtherCallAndTheActionStillBeTold() {
        CallScript call = talking("action='/done'").hungUp();
        assertThat(told(call)).hasSize(1).allMatch(CallEvent.DiallerGone.class::isInstance);
        call.expectNoRequest().post(ended(call, CallStatus.COMPLETED, 0, 5)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "completed").expectParameter("CallStatus", "completed");
        call.rcml("<Say>To nobody.</Say>").expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void theTimeLimitShouldEndTheOtherCallOnly() {
        CallScript call = talking("timeLimit='60'").timeUp(Duration.ofSeconds(60));
        assertThat(told(call)).containsExactly(
                new CallEvent.DiallerGone(dialled(call), "the time limit of the Dial is reached"));
        call.post(ended(call, CallStatus.COMPLETED, 0, 60)).expectSpeech("Next.");
    }

    @Test
    void theStarKeyShouldEndTheOtherCallIfTheDocumentSaysSo() {
        CallScript call = talking("hangupOnStar='true'").keys("1").expectNothing().keys("*");
        assertThat(told(call)).hasSize(1);
        assertThat(told(talking("").keys("*"))).isEmpty();
    }

    @Test
    void callsThatCannotBeJoinedShouldFailTheDial() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .post(new CallEvent.LegsNotJoined(CALL, dialled(call), "this driver does not mix"))
                .expectNotification(0, 11008);
        assertThat(told(call)).hasSize(1);
        call.post(ended(call, CallStatus.COMPLETED, 0, 1)).expectParameter("DialCallStatus", "failed");
    }

    @Test
    void aJoinThatNobodyWantsAnyMoreShouldBeUndone() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call))).post(ended(call, CallStatus.COMPLETED, 0, 0));
        call.post(new CallEvent.LegsJoined(CALL, dialled(call))).expect(Effect.PartLegs.class);
    }

    @Test
    void whatOtherCallsTellShouldChangeNothing() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledAnswered(CALL, World.OTHER_CALL)).expectNothing();
        call.post(new CallEvent.DialledEnded(CALL, World.OTHER_CALL, DialledOutcome.NOT_PLACED)).expectNothing();
        call.post(new CallEvent.DiallerGone(CALL, "nobody dialled this call")).expectNothing();
    }

    // ---- the API

    @Test
    void anotherDocumentForTheCallerShouldEndTheOtherCall() {
        CallScript call = talking("record='true'").post(new CallEvent.ModifyRequested(CALL, new Modification(
                Modification.Ending.NONE, Optional.of(World.post("http://app.example/other")), Optional.empty(),
                Optional.empty())));
        assertThat(told(call)).hasSize(1);
        assertThat(call.last()).contains(new Effect.PartLegs(CALL));
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 4_000).expectRequest("http://app.example/other");
        call.post(ended(call, CallStatus.COMPLETED, 0, 4)).expectNothing();
    }

    @Test
    void theCallShouldEndWhenTheDialledOneGoesItsOwnWay() {
        CallScript call = talking("");
        call.post(new CallEvent.DialledLeft(CALL, dialled(call), new DialledOutcome(true, CallStatus.COMPLETED,
                Duration.ZERO, Duration.ofSeconds(3), Optional.empty())));
        assertThat(told(call)).isEmpty();
        assertThat(call.last()).anyMatch(Effect.SendBye.class::isInstance);
        call.expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void anEndThatIsNeverToldShouldNotKeepTheCall() {
        CallScript call = talking("action='/done'").hungUp();
        call.timeUp(Duration.ofSeconds(5)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "failed");
        assertThat(call.request().target().url()).isEqualTo(URI.create("http://app.example/done"));
    }
}
