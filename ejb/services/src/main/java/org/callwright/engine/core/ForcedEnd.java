package org.callwright.engine.core;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.Direction;

/**
 * The end of a session that is broken beyond its own help: both final answers that its leg may be waiting for (the one
 * that does not fit does nothing), media released, the call record closed, calls that are tied to it told, the state
 * forgotten.
 */
final class ForcedEnd {

    private static final String REASON = "internal error";

    private final EffectRunner effects;
    private final Clock clock;
    private final Consumer<CallSid> orphans;

    /** @param orphans ends the calls that this one dialled */
    ForcedEnd(EffectRunner effects, Consumer<CallSid> orphans, Clock clock) {
        this.effects = effects;
        this.orphans = orphans;
        this.clock = clock;
    }

    void end(CallSid leg, Optional<CallRecord> lastRecord) {
        Optional<CallRecord> outcome = lastRecord.map(this::closed);
        boolean ours = lastRecord.filter(record -> record.direction() != Direction.INBOUND).isPresent();
        List<Effect.Sip> goodbyes = ours
                ? List.of(new Effect.CancelInvite(leg), new Effect.SendBye(leg, REASON))
                : List.of(new Effect.RefuseInvite(leg, 500, "Server Internal Error"), new Effect.SendBye(leg, REASON));
        goodbyes.forEach(goodbye -> effects.carryOut(leg, goodbye));
        effects.carryOut(leg, new Effect.ReleaseMedia(leg));
        outcome.ifPresent(record -> effects.carryOut(leg, new Effect.SaveCall(record)));
        orphans.accept(leg);
        outcome.flatMap(CallRecord::parent).ifPresent(dialler -> effects.carryOut(leg, new Effect.Tell(leg,
                new CallEvent.DialledEnded(dialler, leg, DialledOutcome.NOT_PLACED))));
        effects.carryOut(leg, new Effect.Forget(leg, outcome));
    }

    private CallRecord closed(CallRecord record) {
        if (record.status().terminal()) {
            return record;
        }
        Instant now = clock.instant();
        CallStatus status = record.answered().isPresent() ? CallStatus.COMPLETED : CallStatus.FAILED;
        return record.ended(status, now, now, REASON);
    }
}
