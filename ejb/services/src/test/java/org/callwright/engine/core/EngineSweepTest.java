package org.callwright.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.core.FakeWorld.FACTS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallSession;
import org.callwright.call.Effect;
import org.callwright.call.Transition;
import org.callwright.call.state.Operation;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends the calls that nobody else ends: the application's end, the sweep at the start, the reaper. */
class EngineSweepTest {


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
    void detachShouldEndTheCallsThroughTheSipApplicationFirst() {
        Engine direct = new Engine(world.config(10), world.ports(), Runnable::run, Runnable::run, world.clock(),
                on(CallEvent.HangupRequested.class, new Effect.SendBye(leg, ""),
                        new Effect.Forget(leg, Optional.empty())));
        direct.attach(world.sip);
        direct.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        direct.detach(effect -> { });
        assertThat(direct.activeCalls()).as("after a stranger's detach").isEqualTo(1);
        direct.detach(world.sip);
        assertThat(world.story).contains("sip SendBye");
        assertThat(direct.activeCalls()).isZero();
        assertThat(direct.notReadyReason()).isPresent();
    }

    @Test
    void theSweepShouldEndWhatADeadRunOfThisInstanceLeft() {
        CallSid strangers = new CallSid("IDffffffffffffffffffffffffffffffff-CA0123456789abcdef0123456789abcdef");
        world.stored.put(leg, CallSession.create(leg, "seed", CallPolicy.DEFAULT, FakeWorld.START));
        world.stored.put(strangers, CallSession.create(strangers, "seed", CallPolicy.DEFAULT, FakeWorld.START));
        machine = on(CallEvent.HangupRequested.class, new Effect.Forget(leg, Optional.empty()));
        engine.sweep();
        world.settle();
        assertThat(seen).containsExactly(new CallEvent.HangupRequested(leg, "node lost"));
        assertThat(world.stored).containsOnlyKeys(strangers);
    }

    @Test
    void theSweepShouldTellTheEndsThatMediaCanNotTellAnyMore() {
        RecordingSid recording = new RecordingSid("RE" + "1".repeat(32));
        CallSession lost = CallSession.create(leg, "seed", CallPolicy.DEFAULT, FakeWorld.START).with(List.of(
                new Operation.Audio(3), new Operation.Recording(4, recording, FakeWorld.START, Optional.empty()),
                new Operation.Detection(5, Optional.empty())));
        world.stored.put(leg, lost);
        world.saved = Duration.ofSeconds(7);
        engine.sweep();
        world.settle();
        assertThat(seen).hasSize(4).contains(new CallEvent.MachineDetected(
                leg, 5, AnsweredBy.UNKNOWN, Duration.ZERO)).contains(new CallEvent.RecordingEnded(leg, 4, new RecordingOutcome(
                RecordingOutcome.Reason.STOPPED, Duration.ofSeconds(7), true, "node lost")));
        assertThat(seen.get(1)).isInstanceOf(CallEvent.PromptEnded.class);
        assertThat(engine.runs(leg)).isTrue();
    }

    @Test
    void theReaperShouldEndCallsThatOutliveTheLongestOneAndForceThoseThatDoNotListen() {
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        world.settle();
        world.pass(CallPolicy.DEFAULT.maxCallLength());
        engine.reap();
        world.settle();
        assertThat(seen).hasSize(1);
        world.pass(Duration.ofMinutes(3));
        engine.reap();
        world.settle();
        assertThat(seen).endsWith(new CallEvent.HangupRequested(leg, "reaped"));
        assertThat(engine.activeCalls()).isEqualTo(1);
        world.pass(Duration.ofMinutes(3));
        engine.reap();
        world.settle();
        assertThat(engine.activeCalls()).isZero();
        assertThat(world.story).contains("sip SendBye", "forget");
    }

    private static Machine on(Class<? extends CallEvent> kind, Effect... effects) {
        return (session, event, at) -> new Transition(session, kind.isInstance(event) ? List.of(effects) : List.of());
    }
}
