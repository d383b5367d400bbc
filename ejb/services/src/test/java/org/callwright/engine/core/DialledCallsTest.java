package org.callwright.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.core.FakeWorld.FACTS;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.callwright.call.CallEvent;
import org.callwright.call.CallSession;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Destination;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.Direction;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.Directory;
import org.junit.jupiter.api.Test;

/** A caller and whom he dialled, as two sessions of one engine. */
class DialledCallsTest {

    private static final URI VOICE = URI.create("http://app.example.org/voice");

    private final FakeWorld world = new FakeWorld();
    private Predicate<CallEvent> broken = event -> false;
    private Engine engine;
    private CallSid caller;

    /** A caller whose document dials Bob. */
    private void dial(int maxCalls) {
        engine = world.engine((session, event, at) -> {
            if (broken.test(event)) {
                throw new IllegalStateException("broken");
            }
            return session.on(event, at);
        }, maxCalls);
        engine.attach(world.sip);
        world.resolution = new Directory.Resolution.Found(new Destination(
                new AccountSid("AC0123456789abcdef0123456789abcdef"),
                new PhoneNumberSid("PN0123456789abcdef0123456789abcdef"),
                Optional.of(new WebTarget(VOICE, HttpMethod.POST)), Optional.empty()));
        caller = engine.newCallSid();
        post(new CallEvent.Invited(caller, FACTS, Optional.of("offer")));
        world.fetches.get(0).complete(new FetchedDocument(VOICE, 200, "text/xml",
                "<Response><Dial><Sip>sip:bob@phone.example</Sip></Dial><Pause length='9'/></Response>"));
        world.settle();
        post(new CallEvent.MediaAnswered(caller, "answer"));
        post(new CallEvent.Acknowledged(caller, Optional.empty()));
    }

    private CallSid dialled() {
        return world.all(Effect.PlaceInvite.class).get(0).leg();
    }

    private void ringing() {
        dial(10);
        post(new CallEvent.MediaOffered(world.all(Effect.MakeOffer.class).get(0).leg(), "offer"));
        post(new CallEvent.Progressed(dialled(), 180));
    }

    private void talking() {
        ringing();
        post(new CallEvent.Accepted(dialled(), Optional.of("answer")));
        post(new CallEvent.MediaConnected(dialled()));
        post(new CallEvent.PromptEnded(caller, world.all(Effect.PlayPrompt.class).get(0).operation(),
                new PromptOutcome(PromptOutcome.Result.STOPPED, Duration.ZERO, "", "", "", 0, "")));
        post(new CallEvent.LegsJoined(caller, dialled()));
    }

    private void post(CallEvent event) {
        engine.post(event);
        world.settle();
    }

    private CallRecord record(CallSid call) {
        return world.all(Effect.SaveCall.class).stream().map(Effect.SaveCall::call)
                .filter(record -> record.sid().equals(call)).reduce((first, second) -> second).orElseThrow();
    }

    @Test
    void theDialledCallShouldBeOneOfItsOwnAndBeJoinedWhenItIsAnswered() {
        ringing();
        assertThat(engine.activeCalls()).isEqualTo(2);
        assertThat(record(dialled()).parent()).contains(caller);
        assertThat(record(dialled()).direction()).isEqualTo(Direction.OUTBOUND_DIAL);
        assertThat(world.all(Effect.PlayPrompt.class)).extracting(Effect.PlayPrompt::leg).containsExactly(caller);
        post(new CallEvent.Accepted(dialled(), Optional.of("answer")));
        assertThat(world.all(Effect.JoinLegs.class)).isEmpty();
        post(new CallEvent.MediaConnected(dialled()));
        assertThat(world.all(Effect.JoinLegs.class)).containsExactly(new Effect.JoinLegs(caller, dialled()));
    }

    @Test
    void theCallersHangUpShouldEndBoth() {
        talking();
        post(new CallEvent.HungUp(caller));
        assertThat(world.all(Effect.SendBye.class)).extracting(Effect.SendBye::leg).containsExactly(dialled());
        assertThat(engine.activeCalls()).isZero();
        assertThat(record(caller).status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(record(dialled()).status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(world.stored).isEmpty();
    }

    @Test
    void theCallersHangUpWhileItRingsShouldCancel() {
        ringing();
        post(new CallEvent.HungUp(caller));
        assertThat(world.all(Effect.CancelInvite.class)).extracting(Effect.CancelInvite::leg)
                .containsExactly(dialled());
        assertThat(record(dialled()).status()).isEqualTo(CallStatus.CANCELED);
    }

    @Test
    void theCalleesHangUpShouldLeaveTheCallerHisDocument() {
        talking();
        post(new CallEvent.HungUp(dialled()));
        assertThat(engine.activeCalls()).isEqualTo(1);
        assertThat(world.all(Effect.PartLegs.class)).containsExactly(new Effect.PartLegs(caller));
        assertThat(world.all(Effect.SendBye.class)).isEmpty();
        assertThat(record(dialled()).status()).isEqualTo(CallStatus.COMPLETED);
    }

    @Test
    void aServerWithoutRoomShouldFailTheDialAlone() {
        dial(1);
        assertThat(world.all(Effect.MakeOffer.class)).isEmpty();
        assertThat(engine.activeCalls()).isEqualTo(1);
        assertThat(world.stored.get(caller).program().toString()).contains("PauseRun");
    }

    @Test
    void aMediaServerWithoutRoomForTheCalleeShouldFailTheDialAlone() {
        dial(10);
        CallSid callee = world.all(Effect.MakeOffer.class).get(0).leg();
        post(new CallEvent.MediaRefused(callee, MediaRefusal.NO_RESOURCES, "no room"));
        assertThat(world.all(Effect.PlaceInvite.class)).isEmpty();
        assertThat(world.all(Effect.JoinLegs.class)).isEmpty();
        assertThat(record(callee).status()).isEqualTo(CallStatus.FAILED);
        assertThat(engine.activeCalls()).isEqualTo(1);
        assertThat(world.stored.get(caller).program().toString()).contains("PauseRun");
    }

    @Test
    void aCallerWhoBreaksShouldNotLeaveTheCalleeAlone() {
        talking();
        broken = event -> event.leg().equals(caller);
        post(new CallEvent.DigitPressed(caller, '1'));
        assertThat(engine.activeCalls()).isZero();
        assertThat(world.all(Effect.SendBye.class)).extracting(Effect.SendBye::leg).contains(caller, dialled());
        assertThat(record(dialled()).status()).isEqualTo(CallStatus.COMPLETED);
    }

    @Test
    void aCalleeWhoBreaksShouldNotKeepTheCallerWaiting() {
        talking();
        CallSid callee = dialled();
        broken = event -> event.leg().equals(callee);
        post(new CallEvent.DigitPressed(callee, '1'));
        assertThat(engine.activeCalls()).isEqualTo(1);
        assertThat(world.stored.get(caller).program().toString()).contains("PauseRun");
    }

    @Test
    void aServerThatDiedShouldLeaveNoOpenRecordOfEither() {
        talking();
        CallSid callee = dialled();
        engine = world.engine(CallSession::on);
        engine.attach(world.sip);
        engine.sweep();
        world.settle();
        assertThat(engine.activeCalls()).isZero();
        assertThat(record(caller).status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(record(callee).status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(record(callee).endReason()).isNotEmpty();
    }

    @Test
    void whoTellsACallThatIsGoneShouldHearSo() {
        ringing();
        CallSid gone = engine.newCallSid();
        List<CallEvent> heard = new ArrayList<>();
        DialledCalls calls = new DialledCalls(first -> Optional.empty(), sid -> false, heard::add);
        calls.carryOut(new Effect.Tell(caller, new CallEvent.DiallerGone(gone, "over")));
        calls.carryOut(new Effect.Tell(caller, new CallEvent.DialledAnswered(gone, caller)));
        calls.carryOut(new Effect.Tell(caller, new CallEvent.DialledEnded(
                gone, caller, DialledOutcome.NOT_PLACED)));
        assertThat(heard).containsExactly(
                new CallEvent.DialledEnded(caller, gone, DialledOutcome.NOT_PLACED),
                new CallEvent.DiallerGone(caller, "the call that dialled this one is gone"));
    }
}
