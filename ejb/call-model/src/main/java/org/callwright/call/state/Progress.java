package org.callwright.call.state;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallStatus;

/** How far a call has come, and when it did; the part of the call record that changes. */
public record Progress(
        CallStatus status,
        Instant updated,
        Optional<Instant> ringing,
        Optional<Instant> answered,
        Optional<Instant> ended,
        Optional<Integer> sipStatus,
        String endReason,
        Optional<AnsweredBy> answeredBy) {

    public static Progress queued(Instant at) {
        return new Progress(CallStatus.QUEUED, at, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), "", Optional.empty());
    }

    public Progress ringing(Instant at) {
        return new Progress(CallStatus.RINGING, at, Optional.of(ringing.orElse(at)), answered, ended, sipStatus, "",
                answeredBy);
    }

    public Progress answered(Instant at) {
        return new Progress(CallStatus.IN_PROGRESS, at, ringing, Optional.of(at), ended, sipStatus, "",
                answeredBy);
    }

    /** The answer that was noted never reached the caller. */
    public Progress unanswered() {
        return new Progress(status, updated, ringing, Optional.empty(), ended, sipStatus, endReason, answeredBy);
    }

    public Progress ended(CallStatus last, Instant at, Optional<Integer> finalSipStatus, String reason) {
        return new Progress(last, at, ringing, answered, Optional.of(at), finalSipStatus, reason,
                answeredBy);
    }

    /** It is known who answered, as well as it will be. */
    public Progress answeredBy(AnsweredBy who) {
        return new Progress(status, updated, ringing, answered, ended, sipStatus, endReason, Optional.of(who));
    }
}
