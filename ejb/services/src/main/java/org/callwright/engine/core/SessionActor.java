package org.callwright.engine.core;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallSession;
import org.callwright.call.Effect;
import org.callwright.call.Transition;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.CallSid;

/**
 * One session at work; only its mailbox's worker touches it. It takes an event, makes the transition, stores the new
 * state and then has the effects carried out.
 *
 * <p>A transition that throws must not leave a call hanging: the session, as it was before, is told to hang up, which
 * leads through the machine's own finalise step. If that throws too, the session is broken: {@link ForcedEnd} clears it
 * away without the machine's help.
 */
final class SessionActor {

    private final Machine machine;
    private final Ports ports;
    private final EffectRunner effects;
    private final ForcedEnd forcedEnd;
    private final Clock clock;
    private final Instant created;
    private final CallSid sid;
    private CallSession session;
    private Optional<CallRecord> lastRecord;
    private boolean over;
    private volatile boolean condemned;

    SessionActor(Machine machine, Ports ports, EffectRunner effects, ForcedEnd forcedEnd, Clock clock,
            CallSession session) {
        this.machine = machine;
        this.ports = ports;
        this.effects = effects;
        this.forcedEnd = forcedEnd;
        this.clock = clock;
        this.session = session;
        this.sid = session.sid();
        this.lastRecord = session.callRecord();
        this.created = clock.instant();
    }

    CallSid sid() {
        return sid;
    }

    Instant created() {
        return created;
    }

    /** The call record as it was last written. */
    Optional<CallRecord> lastRecord() {
        return lastRecord;
    }

    /** Never throws. */
    void handle(CallEvent event) {
        if (over) {
            return;
        }
        if (condemned) {
            endByForce(new IllegalStateException("it does not end"));
            return;
        }
        try {
            take(event);
        } catch (RuntimeException | Error broken) {
            LOG.transitionFailed(sid(), event.getClass().getSimpleName(), broken);
            endBroken();
        }
    }

    /** With its next event the session is ended without being asked. May be called by any thread. */
    void condemn() {
        condemned = true;
    }

    private void endByForce(Throwable cause) {
        over = true;
        LOG.endedByForce(sid(), cause);
        forcedEnd.end(sid(), lastRecord);
    }

    private void endBroken() {
        try {
            take(new CallEvent.HangupRequested(sid(), "internal error"));
        } catch (RuntimeException | Error brokenForGood) {
            endByForce(brokenForGood);
        }
    }

    private void take(CallEvent event) {
        Transition transition = machine.on(session, event, clock.instant());
        if (!transition.next().equals(session)) {
            session = transition.next();
            store();
        }
        for (Effect effect : transition.effects()) {
            if (effect instanceof Effect.SaveCall save) {
                lastRecord = Optional.of(save.call());
            }
            over |= effect instanceof Effect.Forget;
            effects.carryOut(sid(), effect);
        }
    }

    private void store() {
        try {
            ports.sessions().put(session);
        } catch (RuntimeException e) {
            LOG.storeFailed(sid(), e);
        }
    }
}
