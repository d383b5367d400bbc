package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.script;
import static org.callwright.call.World.CALL;
import static org.callwright.call.World.OTHER_CALL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.program.DialledBy;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.Direction;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.Modification;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.SipAnswer;
import org.junit.jupiter.api.Test;

/** A call that another call dialled: it tells that one how it goes, and ends when that one wants it. */
class DialledCallTest {

    private static final OutboundCall ORDER = new OutboundCall(World.SHOP, "alice", "sip:bob@phone.example",
            "sip:bob@phone.example", List.of(), new DialledBy(OTHER_CALL), Duration.ofSeconds(30),
            Optional.of(new ProgressCallback(World.post(World.STATUS_URL), List.of(ProgressEvent.COMPLETED))));

    private static CallScript ringing() {
        return script().order(ORDER).mediaOffered().passing(Duration.ofSeconds(1))
                .post(new CallEvent.Progressed(CALL, 180));
    }

    private static CallScript heard() {
        return script().order(ORDER).mediaOffered().post(new CallEvent.Progressed(CALL, 183, Optional.of("v=0 early")))
                .mediaConnected();
    }

    private static CallScript talking() {
        return ringing().passing(Duration.ofSeconds(4)).post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER)))
                .mediaConnected();
    }

    private static CallEvent told(CallScript call) {
        return call.latest(Effect.Tell.class).event();
    }

    private static DialledOutcome outcome(CallStatus status, long rang, long talked, Integer sipStatus) {
        return new DialledOutcome(true, status, Duration.ofSeconds(rang), Duration.ofSeconds(talked),
                Optional.ofNullable(sipStatus));
    }

    @Test
    void itsRecordShouldNameTheCallThatDialledIt() {
        CallScript call = script().order(ORDER);
        assertThat(call.call().parent()).contains(OTHER_CALL);
        assertThat(call.call().direction()).isEqualTo(Direction.OUTBOUND_DIAL);
        assertThat(call.call().from()).isEqualTo("alice");
    }

    @Test
    void itShouldTellThatItRingsAndThatItIsAnsweredWhenItCanBeHeard() {
        CallScript call = ringing();
        assertThat(told(call)).isEqualTo(new CallEvent.DialledRings(OTHER_CALL, CALL));
        call.post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER)));
        assertThat(call.all(Effect.Tell.class)).hasSize(1);
        call.mediaConnected().expectNoRequest();
        assertThat(told(call)).isEqualTo(new CallEvent.DialledAnswered(OTHER_CALL, CALL));
    }

    @Test
    void itsMediaShouldBeMadeWhereTheCallersIs() {
        assertThat(script().order(ORDER).latest(Effect.MakeOffer.class))
                .isEqualTo(new Effect.MakeOffer(CALL, Optional.of(OTHER_CALL)));
    }

    @Test
    void withoutMediaItShouldFailBeforeAPhoneRings() {
        CallScript call = script().order(ORDER)
                .post(new CallEvent.MediaRefused(CALL, MediaRefusal.NO_RESOURCES, "the media server is full"));
        assertThat(told(call)).isEqualTo(new CallEvent.DialledEnded(
                OTHER_CALL, CALL, outcome(CallStatus.FAILED, 0, 0, null)));
        assertThat(call.all(Effect.PlaceInvite.class)).isEmpty();
        call.expectNotification(0, 11008).expectEnded(CallStatus.FAILED);
        assertThat(call.notifications().get(0).message()).endsWith("the media server is full");
    }

    @Test
    void itsCredentialsShouldGoWithTheInvite() {
        Optional<Credentials> shop = Optional.of(new Credentials("shop", "secret"));
        CallScript call = script().order(new OutboundCall(ORDER.account(), ORDER.from(), ORDER.to(), ORDER.targetUri(),
                List.of(), ORDER.program(), ORDER.ringTimeout(), Optional.empty(), ORDER.recordings(), shop));
        call.mediaOffered();
        assertThat(call.latest(Effect.PlaceInvite.class).credentials()).isEqualTo(shop);
        assertThat(call.session().leg().order()).as("no secret is kept longer than it is needed").isEmpty();
    }

    @Test
    void itShouldTellThatItCanBeHeardBeforeItIsAnswered() {
        CallScript call = script().order(ORDER).mediaOffered()
                .post(new CallEvent.Progressed(CALL, 183, Optional.of("v=0 early")));
        assertThat(call.latest(Effect.ApplyAnswer.class)).isEqualTo(new Effect.ApplyAnswer(CALL, "v=0 early"));
        assertThat(call.call().status()).isEqualTo(CallStatus.RINGING);
        assertThat(call.all(Effect.Tell.class)).as("what can't be heard yet is not told").isEmpty();
        call.mediaConnected();
        assertThat(told(call)).isEqualTo(new CallEvent.DialledHeard(OTHER_CALL, CALL));
        call.post(new CallEvent.Progressed(CALL, 180)).expectNothing();
    }

    @Test
    void theAnswerShouldReplaceTheEarlyOne() {
        CallScript call = heard().post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER)));
        assertThat(call.latest(Effect.ApplyAnswer.class)).isEqualTo(new Effect.ApplyAnswer(CALL, World.ANSWER));
        call.mediaConnected();
        assertThat(told(call)).isEqualTo(new CallEvent.DialledAnswered(OTHER_CALL, CALL));
        call.hungUp().expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void anEarlyAnswerThatMediaCannotUseShouldLeaveTheCallRinging() {
        CallScript call = script().order(ORDER).mediaOffered()
                .post(new CallEvent.Progressed(CALL, 183, Optional.of("v=0 early")))
                .mediaRefused(MediaRefusal.NOT_ACCEPTABLE);
        assertThat(told(call)).isEqualTo(new CallEvent.DialledRings(OTHER_CALL, CALL));
        call.post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER))).mediaConnected();
        assertThat(told(call)).isEqualTo(new CallEvent.DialledAnswered(OTHER_CALL, CALL));
    }

    @Test
    void aCalleeWhoIsHeardAndRefusesShouldBeToldAsRefused() {
        CallScript call = heard().passing(Duration.ofSeconds(3)).post(new CallEvent.Refused(CALL, 404, "Not Found"));
        assertThat(told(call)).isEqualTo(new CallEvent.DialledEnded(
                OTHER_CALL, CALL, outcome(CallStatus.FAILED, 3, 0, 404)));
        call.expectEnded(CallStatus.FAILED);
    }

    @Test
    void nobodyShouldListenToTheEarlyMediaOfACallThatNobodyDialled() {
        CallScript call = script().order(World.shopCallsBob()).mediaOffered()
                .post(new CallEvent.Progressed(CALL, 183, Optional.of("v=0 early")));
        assertThat(call.all(Effect.ApplyAnswer.class)).isEmpty();
        assertThat(call.call().status()).isEqualTo(CallStatus.RINGING);
    }

    @Test
    void itShouldTellHowItEnded() {
        CallScript busy = ringing().passing(Duration.ofSeconds(2)).post(new CallEvent.Refused(CALL, 486, "Busy"));
        assertThat(told(busy)).isEqualTo(new CallEvent.DialledEnded(
                OTHER_CALL, CALL, outcome(CallStatus.BUSY, 2, 0, 486)));
        CallScript silent = ringing().timeUp();
        assertThat(told(silent)).isEqualTo(new CallEvent.DialledEnded(
                OTHER_CALL, CALL, outcome(CallStatus.NO_ANSWER, 30, 0, null)));
        silent.expectEnded(CallStatus.NO_ANSWER);
        CallScript done = talking().passing(Duration.ofSeconds(9)).hungUp();
        assertThat(told(done)).isEqualTo(new CallEvent.DialledEnded(
                OTHER_CALL, CALL, outcome(CallStatus.COMPLETED, 4, 9, null)));
        done.expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void itShouldTellWhatTheCalleeSaid() {
        Optional<SipAnswer> answer = Optional.of(new SipAnswer("c7@server", List.of(new Parameter("X-Desk", "12"))));
        CallScript busy = ringing().post(new CallEvent.Refused(CALL, 486, "Busy", answer));
        assertThat(((CallEvent.DialledEnded) told(busy)).outcome().answer()).isEqualTo(answer);
        CallScript done = ringing().post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER), answer))
                .mediaConnected().hungUp();
        assertThat(((CallEvent.DialledEnded) told(done)).outcome().answer()).isEqualTo(answer);
    }

    @Test
    void itShouldBeOverBeforeItTellsSo() {
        List<Effect> last = talking().hungUp().last();
        assertThat(last.stream().<Class<?>>map(Effect::getClass).toList()).containsSubsequence(
                Effect.ReleaseMedia.class, Effect.SaveCall.class, Effect.QueueCallback.class, Effect.Tell.class,
                Effect.Forget.class);
    }

    @Test
    void itsProgressShouldBeToldWithTheParent() {
        CallScript call = talking().hungUp();
        assertThat(call.latest(Effect.QueueCallback.class).callback().request().parameters())
                .anyMatch(one -> one.name().equals("ParentCallSid") && one.value().equals(OTHER_CALL.value()))
                .anyMatch(one -> one.name().equals("Direction") && one.value().equals("outbound-dial"));
    }

    @Test
    void itShouldEndWhenTheOtherWantsIt() {
        ringing().post(new CallEvent.DiallerGone(CALL, "gone")).expectEnded(CallStatus.CANCELED);
        assertThat(ringing().post(new CallEvent.DiallerGone(CALL, "gone")).last())
                .contains(new Effect.CancelInvite(CALL));
        CallScript call = talking().post(new CallEvent.DiallerGone(CALL, "gone"));
        assertThat(call.last()).anyMatch(Effect.SendBye.class::isInstance);
        call.expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void anotherDocumentShouldMakeItACallOfItsOwn() {
        CallScript call = talking().passing(Duration.ofSeconds(3)).post(new CallEvent.ModifyRequested(CALL,
                new Modification(Modification.Ending.NONE, Optional.of(World.post("http://app.example/other")),
                        Optional.empty(), Optional.empty())));
        assertThat(told(call)).isEqualTo(new CallEvent.DialledLeft(
                OTHER_CALL, CALL, outcome(CallStatus.COMPLETED, 4, 3, null)));
        call.expectRequest("http://app.example/other");
        call.post(new CallEvent.DiallerGone(CALL, "gone")).expectNothing();
        call.rcml("<Hangup/>").expectEnded(CallStatus.COMPLETED);
        assertThat(call.all(Effect.Tell.class)).hasSize(3);
    }

    @Test
    void anotherDocumentWhileItRingsShouldRunWhenItIsAnswered() {
        CallScript call = ringing().post(new CallEvent.ModifyRequested(CALL,
                new Modification(Modification.Ending.NONE, Optional.of(World.post("http://app.example/other")),
                        Optional.empty(), Optional.empty())));
        assertThat(told(call)).isInstanceOf(CallEvent.DialledLeft.class);
        call.post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER))).mediaConnected()
                .expectRequest("http://app.example/other");
    }
}
