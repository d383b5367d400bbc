package org.callwright.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.call.machine.CallMachine;
import org.callwright.call.record.CallRecord;
import org.callwright.call.state.CallLeg;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.state.Timers;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;

/**
 * One call and the program that runs on it, as a value. It begins with {@code Invited} or {@code OutboundRequested},
 * goes from event to event, and is over with the effect {@code Forget}.
 *
 * @param seed secret from which SIDs are derived
 * @param counter the last number given to an operation, request, timer or SID
 * @param documents fetched so far
 */
public record CallSession(
        CallSid sid,
        String seed,
        CallPolicy policy,
        Instant created,
        long counter,
        int documents,
        CallLeg leg,
        Timers timers,
        List<Operation> operations,
        Program program) {

    public CallSession {
        operations = List.copyOf(operations);
    }

    /**
     * A session before its first event.
     *
     * @param seed secret random text from which the session's SIDs are derived; they are public URLs, so never show it
     */
    public static CallSession create(CallSid sid, String seed, CallPolicy policy, Instant at) {
        return new CallSession(sid, seed, policy, at, 0, 0, CallLeg.idle(sid, at), Timers.NONE, List.of(),
                new Program.Idle());
    }

    /**
     * What the event leads to. Never throws; an event that does not fit changes nothing.
     *
     * @param at when it happened
     */
    public Transition on(CallEvent event, Instant at) {
        return ended() || !event.leg().equals(sid) ? Transition.none(this) : CallMachine.handle(this, event, at);
    }

    /** Whether the session is over and may be dropped. */
    public boolean ended() {
        return program instanceof Program.Ended;
    }

    /** The call record as it is now; empty while nobody knows whose call it is. */
    public Optional<CallRecord> callRecord() {
        return leg.record(created);
    }

    public CallSession with(CallLeg next) {
        return new CallSession(sid, seed, policy, created, counter, documents, next, timers, operations, program);
    }

    public CallSession with(Program next) {
        return new CallSession(sid, seed, policy, created, counter, documents, leg, timers, operations, next);
    }

    public CallSession with(Timers next) {
        return new CallSession(sid, seed, policy, created, counter, documents, leg, next, operations, program);
    }

    public CallSession with(List<Operation> next) {
        return new CallSession(sid, seed, policy, created, counter, documents, leg, timers, next, program);
    }

    public CallSession counted(long nextCounter, int nextDocuments) {
        return new CallSession(sid, seed, policy, created, nextCounter, nextDocuments, leg, timers, operations,
                program);
    }

    /** Without the seed and what callers and applications sent: this text may reach a log. */
    @Override
    public String toString() {
        return "CallSession[" + sid + ", " + program.getClass().getSimpleName() + ", " + leg.signalling() + ']';
    }
}
