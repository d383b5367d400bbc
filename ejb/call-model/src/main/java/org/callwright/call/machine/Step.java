package org.callwright.call.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallSession;
import org.callwright.call.Effect;
import org.callwright.call.Transition;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.state.CallFacts;
import org.callwright.call.state.CallLeg;
import org.callwright.call.state.Negotiation;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.state.Progress;
import org.callwright.call.state.Signalling;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.NotificationSid;
import org.callwright.call.value.WebRequest;

/**
 * The scratch pad of one transition: the session as it becomes, and the effects so far. Lives as long as the
 * transition.
 */
final class Step {

    private static final int MAX_RESPONSE_BODY = 4_096;

    private final Instant at;
    private final List<Effect> effects = new ArrayList<>();
    private CallSession session;

    Step(CallSession session, Instant at) {
        this.session = session;
        this.at = at;
    }

    Transition transition() {
        return new Transition(session, effects);
    }

    CallSession session() {
        return session;
    }

    Instant at() {
        return at;
    }

    CallSid sid() {
        return session.sid();
    }

    CallLeg leg() {
        return session.leg();
    }

    Program program() {
        return session.program();
    }

    void leg(CallLeg next) {
        session = session.with(next);
    }

    void set(CallFacts next) {
        leg(leg().with(next));
    }

    void set(Progress next) {
        leg(leg().with(next));
    }

    void set(Signalling next) {
        leg(leg().with(next));
    }

    void set(Negotiation next) {
        leg(leg().with(next));
    }

    void set(Program next) {
        session = session.with(next);
    }

    void operations(List<Operation> next) {
        session = session.with(next);
    }

    /** The next number of this session. */
    long number() {
        session = session.counted(session.counter() + 1, session.documents());
        return session.counter();
    }

    /** A new SID with this prefix. */
    String newSid(String prefix) {
        return SidSource.derive(session.seed(), prefix, number());
    }

    /** Counts a document; false when it is one too many. */
    boolean countDocument() {
        session = session.counted(session.counter(), session.documents() + 1);
        return session.documents() <= session.policy().maxDocuments();
    }

    void emit(Effect effect) {
        if (effect instanceof Effect.Media) {
            leg(leg().withMedia(true));
        }
        effects.add(effect);
    }

    void startTimer(TimerKind kind, Duration delay) {
        stopTimer(kind);
        long number = number();
        session = session.with(session.timers().with(kind, number));
        emit(new Effect.StartTimer(sid(), number, delay));
    }

    void stopTimer(TimerKind kind) {
        session.timers().of(kind).ifPresent(timer -> emit(new Effect.StopTimer(sid(), timer.number())));
        forgetTimer(kind);
    }

    /** The timer has fired. */
    void forgetTimer(TimerKind kind) {
        session = session.with(session.timers().without(kind));
    }

    void stopAllTimers() {
        for (TimerKind kind : TimerKind.values()) {
            stopTimer(kind);
        }
    }

    /** Writes the call record as it is now, if the call is anybody's. */
    void saveCall() {
        session.callRecord().ifPresent(call -> emit(new Effect.SaveCall(call)));
    }

    /** Writes a notification, if the call is anybody's. */
    void notify(int log, int code, String message, Optional<WebRequest> request, String responseBody) {
        leg().facts().account().ifPresent(account -> emit(new Effect.SaveNotification(new NotificationRecord(
                new NotificationSid(newSid("NO")), account, sid(), at, log, code, message, request,
                responseBody.substring(0, Math.min(responseBody.length(), MAX_RESPONSE_BODY))))));
    }
}
