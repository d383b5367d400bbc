package org.callwright.engine.core;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Duration;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.CallSid;

/** The one log line that each call leaves. */
final class Outcomes {

    private Outcomes() {
    }

    static void log(CallSid sid, Optional<CallRecord> outcome) {
        if (outcome.isEmpty()) {
            LOG.callDropped(sid);
            return;
        }
        CallRecord call = outcome.get();
        Duration length = Duration.between(call.answered().orElse(call.created()), call.ended().orElse(call.updated()));
        LOG.callEnded(sid, call.direction().wireName(), call.status().wireName(), length.toMillis(),
                call.endReason().isEmpty() ? "no reason given" : call.endReason());
    }
}
