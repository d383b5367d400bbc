package org.callwright.records;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.Direction;

/** The times of a call as the API counts them: a call that came in lasts from its INVITE, others from the answer. */
public final class CallTimes {

    private CallTimes() {
    }

    public static Optional<Instant> start(CallRecord call) {
        return call.direction() == Direction.INBOUND ? Optional.of(call.created()) : call.answered();
    }

    /** Of a call that has ended; zero when it never was answered on the way out. */
    public static Optional<Duration> duration(CallRecord call) {
        return call.ended().map(end -> start(call).map(start -> between(start, end)).orElse(Duration.ZERO));
    }

    /** From the first ringing to the answer or the end. */
    public static Optional<Duration> ringing(CallRecord call) {
        Optional<Instant> over = call.answered().or(call::ended);
        return call.ringing().flatMap(rung -> over.map(end -> between(rung, end)));
    }

    private static Duration between(Instant start, Instant end) {
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }
}
