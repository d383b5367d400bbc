package org.callwright.telesign;

import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.value.CallStatus;

/**
 * What the end of a call means. A call that was answered is 100, whether a person or a machine listened and however
 * long; unless nothing could be said to it, or its media broke.
 */
final class Outcomes {

    private Outcomes() {
    }

    static StatusCode of(CallRecord call, Optional<MessageRecord> message) {
        if (call.answered().isPresent()) {
            boolean heard = call.status() == CallStatus.COMPLETED && message.filter(MessageRecord::unheard).isEmpty();
            return heard ? StatusCode.ANSWERED : StatusCode.FAILED;
        }
        if (call.status() == CallStatus.NO_ANSWER) {
            return StatusCode.NOT_ANSWERED;
        }
        if (call.sipStatus().isPresent()) {
            return ofSip(call.sipStatus().get());
        }
        return call.status() == CallStatus.CANCELED ? StatusCode.CANCELED : StatusCode.FAILED;
    }

    private static StatusCode ofSip(int status) {
        return switch (status) {
            case 408, 480, 487, 603 -> StatusCode.NOT_ANSWERED;
            case 404, 410, 484, 485, 604 -> StatusCode.WRONG_NUMBER;
            case 486, 600 -> StatusCode.BUSY;
            default -> StatusCode.FAILED;
        };
    }
}
