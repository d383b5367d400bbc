package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.script;
import static org.callwright.call.World.CALL;
import static org.callwright.call.World.OTHER_CALL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.Modification;
import org.callwright.call.value.SipAnswer;
import org.junit.jupiter.api.Test;

/** A call that another call dialled, and whose callee a document asks whether he takes it. */
class ScreenedCallTest {

    private static CallScript asked() {
        return script().order(World.screenedFor(OTHER_CALL)).mediaOffered().post(new CallEvent.Progressed(CALL, 180))
                .passing(Duration.ofSeconds(2)).post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER),
                        Optional.of(new SipAnswer("c7@server", List.of()))))
                .mediaConnected();
    }

    private static CallEvent told(CallScript call) {
        return call.latest(Effect.Tell.class).event();
    }

    private static CallEvent ended(CallStatus status, long rang, long talked) {
        return new CallEvent.DialledEnded(OTHER_CALL, CALL, new DialledOutcome(
                true, status, Duration.ofSeconds(rang), Duration.ofSeconds(talked), Optional.empty(),
                Optional.of(new SipAnswer("c7@server", List.of()))));
    }

    @Test
    void theDocumentShouldBeFetchedWhenTheCalleeAnswers() {
        CallScript call = asked().expectRequest(World.SCREENING_URL)
                .expectParameter("ParentCallSid", OTHER_CALL.value()).expectParameter("Direction", "outbound-dial")
                .expectParameter("SipCallId", "c7@server")
                .expectParameter("CallStatus", "in-progress");
        assertThat(told(call)).as("the caller hears ringing").isEqualTo(new CallEvent.DialledRings(OTHER_CALL, CALL));
    }

    @Test
    void theEndOfTheDocumentShouldPutTheCalleeThrough() {
        CallScript call = asked().rcml("<Gather numDigits='1' action='/key'><Say>Press a key.</Say></Gather>");
        call.keys("1").expectRequest("http://app.example/key").expectParameter("Digits", "1");
        call.promptEnded();
        assertThat(told(call)).isInstanceOf(CallEvent.DialledRings.class);
        call.rcml();
        assertThat(told(call)).isEqualTo(new CallEvent.DialledAnswered(OTHER_CALL, CALL));
        call.hungUp().expectEnded(CallStatus.COMPLETED);
        assertThat(told(call)).isEqualTo(ended(CallStatus.COMPLETED, 2, 0));
    }

    @Test
    void aHangupInTheDocumentShouldDecline() {
        CallScript call = asked().rcml("<Say>Not now.</Say><Hangup/>").passing(Duration.ofSeconds(3)).promptEnded();
        assertThat(call.last()).anyMatch(Effect.SendBye.class::isInstance);
        call.expectEnded(CallStatus.COMPLETED);
        assertThat(told(call)).isEqualTo(ended(CallStatus.COMPLETED, 2, 3));
        assertThat(call.all(Effect.Tell.class)).noneMatch(
                tell -> tell.event() instanceof CallEvent.DialledAnswered);
    }

    @Test
    void whoDoesNotDecideShouldNotKeepTheCallerWaiting() {
        for (CallScript call : List.of(asked(), asked().rcml("<Pause length='900'/>"),
                asked().rcml("<Gather timeout='300'><Play loop='0'>/a.wav</Play></Gather>"))) {
            call.passing(Duration.ofSeconds(60)).timeUp(Duration.ofSeconds(60));
            assertThat(call.all(Effect.SendBye.class)).hasSize(1);
            call.all(Effect.PlayPrompt.class).forEach(prompt -> call.promptEnded());
            assertThat(told(call)).isEqualTo(ended(CallStatus.COMPLETED, 2, 60));
            call.expectEnded(CallStatus.COMPLETED);
        }
    }

    @Test
    void whoWasPutThroughOrGoesHisOwnWayShouldHaveNoTimeToDecideIn() {
        CallScript through = asked().rcml();
        assertThat(through.session().timers().of(TimerKind.RING)).isEmpty();
        CallScript alone = asked().rcml("<Pause length='900'/>").post(new CallEvent.ModifyRequested(CALL,
                new Modification(Modification.Ending.NONE, Optional.of(World.post("http://app.example/other")),
                        Optional.empty(), Optional.empty())));
        alone.timeUp(Duration.ofSeconds(60)).expectNothing();
    }

    @Test
    void withoutADocumentTheCalleeShouldNotBePutThrough() {
        CallScript call = asked().noDocument(FetchFailure.TIMEOUT).expectEnded(CallStatus.COMPLETED);
        assertThat(told(call)).isInstanceOf(CallEvent.DialledEnded.class);
        assertThat(asked().document(200, "text/xml", "<Say").last()).anyMatch(Effect.SendBye.class::isInstance);
    }

    @Test
    void theCalleeShouldNotDialOnBeforeHeIsPutThrough() {
        CallScript call = asked().rcml("<Dial>sip:carol@phone.example</Dial>").expectNotification(0, 12200);
        assertThat(call.all(Effect.PlaceDialled.class)).isEmpty();
        assertThat(told(call)).isEqualTo(new CallEvent.DialledAnswered(OTHER_CALL, CALL));
    }

    @Test
    void theCallerWhoHangsUpShouldEndIt() {
        CallScript call = asked().rcml("<Pause length='9'/>").post(new CallEvent.DiallerGone(CALL, "gone"));
        assertThat(call.last()).anyMatch(Effect.SendBye.class::isInstance);
        call.expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void anotherDocumentByTheApiShouldMakeItACallOfItsOwn() {
        CallScript call = asked().rcml("<Pause length='9'/>").post(new CallEvent.ModifyRequested(CALL,
                new Modification(Modification.Ending.NONE, Optional.of(World.post("http://app.example/other")),
                        Optional.empty(), Optional.empty())));
        assertThat(told(call)).isInstanceOf(CallEvent.DialledLeft.class);
        call.expectRequest("http://app.example/other").rcml().expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.Tell.class).stream().map(Effect.Tell::event).toList())
                .isEqualTo(List.of(new CallEvent.DialledRings(OTHER_CALL, CALL),
                        new CallEvent.DialledRings(OTHER_CALL, CALL), told(call)));
    }
}
