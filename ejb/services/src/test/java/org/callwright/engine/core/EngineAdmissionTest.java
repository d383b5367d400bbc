package org.callwright.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.engine.core.FakeWorld.CALL;
import static org.callwright.engine.core.FakeWorld.FACTS;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.Transition;
import org.callwright.call.value.CallSid;
import org.callwright.engine.CallRefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a new call is let in and when it is refused, with transitions that do nothing. */
class EngineAdmissionTest {

    private final FakeWorld world = new FakeWorld();
    private Engine engine;
    private CallSid leg;

    @BeforeEach
    void attach() {
        engine = world.engine((session, event, at) -> Transition.none(session));
        engine.attach(world.sip);
        leg = engine.newCallSid();
    }

    @Test
    void withoutSipOrWithTooManyCallsNewOnesShouldBeRefused() {
        engine = new Engine(world.config(1), world.ports(), world.work::add, world.work::add, world.clock(),
                (session, event, at) -> Transition.none(session));
        assertThat(engine.notReadyReason()).isPresent();
        assertThatThrownBy(() -> engine.placeCall(CALL)).isInstanceOf(CallRefusedException.class);
        engine.attach(world.sip);
        assertThat(engine.notReadyReason()).isEmpty();
        invite();
        engine.post(new CallEvent.Invited(engine.newCallSid(), FACTS, Optional.empty()));
        assertThat(world.all(Effect.RefuseInvite.class)).singleElement()
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503));
        assertThatThrownBy(() -> engine.placeCall(CALL)).isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("limit of 1");
        assertThat(engine.activeCalls()).isEqualTo(1);
    }

    @Test
    void newCallsShouldBeRefusedWhileOthersWaitTooLongToBegin() {
        world.wait = Admission.LONGEST_WAIT.plusMillis(1);

        assertThat(engine.overloaded()).isTrue();
        assertThat(engine.notReadyReason()).as("a server with much to do is ready").isEmpty();
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        assertThat(world.all(Effect.RefuseInvite.class)).singleElement()
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503));
        assertThatThrownBy(() -> engine.placeCall(CALL)).isInstanceOf(CallRefusedException.class);

        world.wait = Admission.LONGEST_WAIT;
        assertThat(engine.overloaded()).isFalse();
        invite();
        assertThat(engine.activeCalls()).isEqualTo(1);
    }

    @Test
    void newCallsShouldBeRefusedWhileMemoryIsShort() {
        world.shortOfMemory = true;

        assertThat(engine.overloaded()).isTrue();
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        assertThat(world.all(Effect.RefuseInvite.class)).singleElement()
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503));
        assertThatThrownBy(() -> engine.placeCall(CALL)).isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("memory");

        world.shortOfMemory = false;
        assertThat(engine.overloaded()).isFalse();
        invite();
        assertThat(engine.activeCalls()).isEqualTo(1);
    }

    private void invite() {
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.empty()));
        world.settle();
    }
}
