package org.callwright.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.engine.core.FakeWorld.ACCOUNT;
import static org.callwright.engine.core.FakeWorld.CALL;
import static org.callwright.engine.core.FakeWorld.FACTS;
import static org.callwright.engine.core.FakeWorld.VOICE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.callwright.call.CallEvent;
import org.callwright.call.CallSession;
import org.callwright.call.Effect;
import org.callwright.call.Transition;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingVerdict;
import org.callwright.call.value.WebRequest;
import org.callwright.engine.port.Directory;
import org.callwright.engine.port.WebhookException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop itself, with transitions that each test makes up; the machine's own are tested in its module. */
class EngineTest {

    private static final RecordingSid RECORDING = new RecordingSid("RE" + "7".repeat(32));

    private final FakeWorld world = new FakeWorld();
    private final List<CallEvent> seen = new ArrayList<>();
    private Machine machine = (session, event, at) -> Transition.none(session);
    private Engine engine;
    private CallSid leg;

    @BeforeEach
    void attach() {
        engine = world.engine((session, event, at) -> {
            seen.add(event);
            return machine.on(session, event, at);
        });
        engine.attach(world.sip);
        leg = engine.newCallSid();
    }

    @Test
    void callSidsShouldCarryTheInstanceAndDiffer() {
        assertThat(leg.instanceId()).isEqualTo(FakeWorld.INSTANCE);
        assertThat(engine.newCallSid()).isNotEqualTo(leg);
    }

    @Test
    void theStateShouldBeStoredBeforeTheEffectsRun() {
        machine = (session, event, at) -> new Transition(changed(session), event instanceof CallEvent.Invited
                ? List.of(new Effect.SendRinging(leg), new Effect.ResolveDestination(leg, FACTS)) : List.of());
        invite();
        assertThat(world.story).containsExactly("store", "sip SendRinging", "resolve +15551000");
    }

    @Test
    void whatTheDirectorySaysShouldComeBackAsAnEvent() {
        machine = on(CallEvent.Invited.class, new Effect.ResolveDestination(leg, FACTS));
        world.directoryFailure = new IllegalStateException("database gone");
        invite();
        world.directoryFailure = null;
        CallSid second = inviteAnother();
        world.resolution = new Directory.Resolution.Forbidden(ACCOUNT, "suspended");
        CallSid third = inviteAnother();
        world.directoryFailure = new IllegalStateException("database gone");
        CallSid fourth = inviteAnother();
        assertThat(seen).contains(
                new CallEvent.DestinationUnavailable(leg, "the directory does not answer"),
                new CallEvent.DestinationUnknown(second),
                new CallEvent.DestinationForbidden(third, ACCOUNT, "suspended"),
                new CallEvent.DestinationForbidden(fourth, ACCOUNT, "suspended"));
    }

    @Test
    void anApplicationsAnswerAndItsFailureShouldComeBackAsEvents() {
        Effect.FetchDocument fetch = new Effect.FetchDocument(leg, 7, new WebRequest(VOICE, List.of()));
        machine = on(CallEvent.Invited.class, fetch, fetch, fetch);
        invite();
        FetchedDocument document = new FetchedDocument(VOICE.url(), 200, "text/xml", "<Response/>");
        world.fetches.get(0).complete(document);
        world.fetches.get(1).completeExceptionally(
                new CompletionException(new WebhookException(FetchFailure.TIMEOUT, "too slow")));
        world.fetches.get(2).completeExceptionally(new IllegalStateException("a secret inside"));
        world.settle();
        assertThat(seen).contains(
                new CallEvent.DocumentFetched(leg, 7, document),
                new CallEvent.DocumentFailed(leg, 7, FetchFailure.TIMEOUT, "too slow"),
                new CallEvent.DocumentFailed(leg, 7, FetchFailure.IO, "internal error"));
    }

    @Test
    void aTimerShouldComeBackAsAnEventAndForgetShouldStopIt() {
        machine = on(CallEvent.Invited.class, new Effect.StartTimer(leg, 3, Duration.ofSeconds(1)),
                new Effect.StartTimer(leg, 4, Duration.ofSeconds(1)));
        invite();
        world.fire(leg, 3);
        world.settle();
        assertThat(seen).contains(new CallEvent.TimerFired(leg, 3));
        endOn(CallEvent.HungUp.class);
        post(new CallEvent.HungUp(leg));
        assertThat(world.timers).isEmpty();
    }

    @Test
    void aQuestionAboutARecordingShouldGetTheCallsAnswer() {
        RecordingAnswer answer = RecordingAnswer.none(RECORDING, RecordingVerdict.STARTED);
        machine = on(CallEvent.RecordingRequested.class, new Effect.AnswerRecordingQuestion(leg, answer));
        invite();
        CompletableFuture<RecordingAnswer> asked = ask();
        assertThat(asked).isNotDone();
        world.settle();
        assertThat(asked).isCompletedWithValue(answer);
    }

    @Test
    void aQuestionToACallThatEndsOrIsGoneShouldBeAnsweredAllTheSame() {
        RecordingAnswer ended = RecordingAnswer.none(RECORDING, RecordingVerdict.CALL_ENDED);
        assertThat(ask()).isCompletedWithValue(ended);
        invite();
        CompletableFuture<RecordingAnswer> unanswered = ask();
        world.settle();
        assertThat(unanswered).isNotDone();
        endOn(CallEvent.HungUp.class);
        engine.post(new CallEvent.HungUp(leg));
        CompletableFuture<RecordingAnswer> behindTheEnd = ask();
        world.settle();
        assertThat(unanswered).isCompletedWithValue(ended);
        assertThat(behindTheEnd).isCompletedWithValue(ended);
    }

    private CompletableFuture<RecordingAnswer> ask() {
        return engine.ask(new CallEvent.RecordingRequested(leg, RECORDING,
                new RecordingOrder(Optional.empty(), Optional.empty()))).toCompletableFuture();
    }

    @Test
    void forgetShouldDropTheSessionEverywhere() {
        machine = (session, event, at) -> new Transition(changed(session), List.of());
        invite();
        assertThat(world.stored).containsKey(leg);
        endOn(CallEvent.HungUp.class);
        post(new CallEvent.HungUp(leg));
        assertThat(engine.activeCalls()).isZero();
        assertThat(world.stored).isEmpty();
        assertThat(world.all(Effect.ReleaseMedia.class)).hasSize(1);
        post(new CallEvent.HungUp(leg));
        assertThat(seen).hasSize(2);
    }

    @Test
    void eventsOfUnknownLegsShouldBeIgnored() {
        post(new CallEvent.DigitPressed(leg, '1'));
        assertThat(seen).isEmpty();
        assertThat(engine.activeCalls()).isZero();
    }

    @Test
    void eventsOfOneCallShouldBeHandledInTheirOrderAcrossBatches() {
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        for (int i = 0; i < 100; i++) {
            engine.post(new CallEvent.TimerFired(leg, i));
        }
        world.settle();
        assertThat(seen.stream().filter(CallEvent.TimerFired.class::isInstance)
                .map(event -> ((CallEvent.TimerFired) event).timer())).isSorted().hasSize(100);
    }

    @Test
    void aFloodOfDigitsShouldBeCutButAHangupShouldGetThrough() {
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        for (int i = 0; i < 5_000; i++) {
            engine.post(new CallEvent.DigitPressed(leg, '5'));
        }
        engine.post(new CallEvent.HungUp(leg));
        world.settle();
        assertThat(seen).hasSizeBetween(2, Mailbox.SOFT_LIMIT + 1).endsWith(new CallEvent.HungUp(leg));
    }

    @Test
    void aMailboxThatOverflowsShouldEndItsCallOnce() {
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        for (int i = 0; i < 5_000; i++) {
            engine.post(new CallEvent.TimerFired(leg, i));
        }
        world.settle();
        assertThat(seen).hasSize(Mailbox.HARD_LIMIT + 1)
                .endsWith(new CallEvent.HangupRequested(leg, "too many events"));
    }

    @Test
    void aTransitionThatThrowsShouldLeadThroughTheMachinesOwnHangup() {
        CallRecord ended = record(Direction.INBOUND, CallStatus.FAILED, true);
        machine = (session, event, at) -> {
            if (event instanceof CallEvent.HangupRequested) {
                return new Transition(session, List.of(new Effect.SendBye(leg, "internal error"),
                        new Effect.SaveCall(ended), new Effect.Forget(leg, Optional.of(ended))));
            }
            throw new IllegalStateException("made to fail");
        };
        invite();
        assertThat(world.story).contains("sip SendBye", "record SaveCall", "forget");
        assertThat(engine.activeCalls()).isZero();
    }

    @Test
    void aSessionThatCannotEvenHangUpShouldBeClearedByForce() {
        CallRecord running = record(Direction.INBOUND, CallStatus.IN_PROGRESS, true);
        machine = on(CallEvent.Invited.class, new Effect.SaveCall(running));
        invite();
        machine = (session, event, at) -> {
            throw new IllegalStateException("made to fail");
        };
        world.pass(Duration.ofSeconds(5));
        post(new CallEvent.DigitPressed(leg, '1'));
        assertThat(world.story).contains("sip RefuseInvite", "sip SendBye", "media ReleaseMedia", "forget");
        CallRecord last = world.all(Effect.SaveCall.class).get(1).call();
        assertThat(last.status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(last.ended()).contains(FakeWorld.START.plusSeconds(5));
        assertThat(engine.activeCalls()).isZero();
        CallSid next = inviteAnother();
        assertThat(engine.activeCalls()).as("the force of %s took the next call too", next).isZero();
    }

    @Test
    void aPortThatThrowsShouldNotStopTheOtherEffectsAndShouldEndTheCall() {
        world.sipFailure = new IllegalStateException("made to fail");
        machine = on(CallEvent.Invited.class, new Effect.SendRinging(leg), new Effect.MakeOffer(leg));
        invite();
        assertThat(world.story).contains("media MakeOffer");
        assertThat(seen).contains(new CallEvent.HangupRequested(leg, "SendRinging failed"));
    }

    @Test
    void aStoreThatFailsShouldNotEndTheCall() {
        world.storeFailure = new IllegalStateException("cache away");
        machine = (session, event, at) -> new Transition(changed(session), List.of(new Effect.SendRinging(leg)));
        invite();
        assertThat(world.story).startsWith("store", "sip SendRinging");
        assertThat(engine.activeCalls()).isEqualTo(1);
    }

    @Test
    void placeCallShouldGiveTheQueuedRecord() {
        machine = (session, event, at) -> new Transition(changed(session), List.of(
                new Effect.SaveCall(record(session.sid(), Direction.OUTBOUND_API, CallStatus.QUEUED, false)),
                new Effect.MakeOffer(session.sid())));
        CallRecord record = engine.placeCall(CALL);
        assertThat(record.status()).isEqualTo(CallStatus.QUEUED);
        assertThat(world.story).containsExactly("store", "record SaveCall", "media MakeOffer");
        post(new CallEvent.MediaOffered(record.sid(), "v=0"));
        assertThat(seen).endsWith(new CallEvent.MediaOffered(record.sid(), "v=0"));
    }

    @Test
    void placeCallShouldTakeTheSidThatWasChosenBeforeButNotTwiceAtOnce() {
        machine = (session, event, at) -> new Transition(changed(session), List.of(
                new Effect.SaveCall(record(session.sid(), Direction.OUTBOUND_API, CallStatus.QUEUED, false))));
        assertThat(engine.placeCall(leg, CALL).sid()).isEqualTo(leg);
        assertThat(engine.runs(leg)).isTrue();
        assertThatThrownBy(() -> engine.placeCall(leg, CALL)).isInstanceOf(IllegalArgumentException.class);
        assertThat(engine.activeCalls()).isEqualTo(1);
        assertThat(seen).hasSize(1);
        post(new CallEvent.HungUp(leg));
        assertThat(seen).as("the first call goes on").endsWith(new CallEvent.HungUp(leg));
        endOn(CallEvent.HungUp.class);
        post(new CallEvent.HungUp(leg));
        assertThat(world.all(Effect.ReleaseMedia.class)).hasSize(1);
    }

    @Test
    void aCallThatCannotBePlacedWithoutSipShouldHearOfIt() {
        machine = (session, event, at) -> {
            if (event instanceof CallEvent.OutboundRequested) {
                return new Transition(session, List.of(new Effect.SaveCall(
                        record(session.sid(), Direction.OUTBOUND_API, CallStatus.QUEUED, false))));
            }
            return new Transition(session, event instanceof CallEvent.MediaOffered
                    ? List.of(new Effect.PlaceInvite(session.sid(), "a", "sip:b@c", "v=0", List.of())) : List.of());
        };
        CallRecord record = engine.placeCall(CALL);
        engine.detach(world.sip);
        post(new CallEvent.MediaOffered(record.sid(), "v=0"));
        assertThat(seen).contains(
                new CallEvent.SignallingFailed(record.sid(), "no SIP application is attached"));
    }

    private void invite() {
        post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
    }

    private CallSid inviteAnother() {
        CallSid first = leg;
        leg = engine.newCallSid();
        Machine before = machine;
        if (world.story.stream().anyMatch(line -> line.startsWith("resolve"))) {
            machine = on(CallEvent.Invited.class, new Effect.ResolveDestination(leg, FACTS));
        }
        invite();
        CallSid another = leg;
        leg = first;
        machine = before;
        return another;
    }

    private void post(CallEvent event) {
        engine.post(event);
        world.settle();
    }

    private void endOn(Class<? extends CallEvent> kind) {
        machine = (session, event, at) -> new Transition(session, kind.isInstance(event)
                ? List.of(new Effect.Forget(session.sid(), Optional.empty())) : List.of());
    }

    private static Machine on(Class<? extends CallEvent> kind, Effect... effects) {
        return (session, event, at) -> new Transition(session, kind.isInstance(event) ? List.of(effects) : List.of());
    }

    /** A session that differs from the one given, whatever sessions hold. */
    private static CallSession changed(CallSession session) {
        return CallSession.create(session.sid(), "changed", CallPolicy.DEFAULT, FakeWorld.START);
    }

    private CallRecord record(Direction direction, CallStatus status, boolean answered) {
        return record(leg, direction, status, answered);
    }

    private static CallRecord record(CallSid sid, Direction direction, CallStatus status, boolean answered) {
        return new CallRecord(sid, ACCOUNT, Optional.empty(), Optional.empty(), "+15550100", "+15550101",
                Optional.empty(), Optional.empty(), direction, status, FakeWorld.START, FakeWorld.START,
                Optional.empty(), answered ? Optional.of(FakeWorld.START) : Optional.empty(), Optional.empty(),
                Optional.empty(), "");
    }
}
