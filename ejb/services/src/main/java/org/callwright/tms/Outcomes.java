package org.callwright.tms;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallStatus;
import org.callwright.engine.CallEngine;
import org.callwright.recovery.DeadCalls;

/** What the end of a call means. Who has answered is never called again, whatever became of the call. */
final class Outcomes {

    private Outcomes() {
    }

    static Result of(OutcomeStore.Ended ended, Instant now) {
        CallRecord call = ended.call();
        if (call.answered().isPresent()) {
            return answered(ended);
        }
        if (call.endReason().equals(DeadCalls.REASON) || call.endReason().equals(CallEngine.STOPPING)) {
            return Result.lost(ended.attempt(), ended.chances(), now);
        }
        Detail detail = unanswered(call);
        Optional<String> error = detail == Detail.COULD_NOT_CONNECT ? Optional.of(reason(call)) : Optional.empty();
        return Result.failed(ended.attempt(), ended.chances(), detail, error, now);
    }

    private static Result answered(OutcomeStore.Ended ended) {
        Optional<String> unheard = ended.heard().filter(MessageRecord::unheard).map(MessageRecord::reason)
                .filter(reason -> !reason.isEmpty());
        if (unheard.isPresent()) {
            return Result.failed(ended.attempt(), Detail.COULD_NOT_CONNECT, unheard);
        }
        boolean machine = ended.call().answeredBy().filter(AnsweredBy::machine).isPresent();
        return Result.sent(ended.attempt(), machine ? Detail.MACHINE : Detail.HUMAN);
    }

    private static Detail unanswered(CallRecord call) {
        if (call.status() == CallStatus.NO_ANSWER) {
            return Detail.NO_ANSWER;
        }
        if (call.sipStatus().isEmpty()) {
            return call.status() == CallStatus.BUSY ? Detail.BUSY : Detail.COULD_NOT_CONNECT;
        }
        return switch (call.sipStatus().get()) {
            case 486, 600 -> Detail.BUSY;
            case 408, 480, 487 -> Detail.NO_ANSWER;
            default -> Detail.COULD_NOT_CONNECT;
        };
    }

    private static String reason(CallRecord call) {
        return call.sipStatus().map(status -> "the call was refused with SIP status " + status)
                .orElse("the call could not be made");
    }
}
