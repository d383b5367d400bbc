package org.callwright.call.record;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.call.value.PhoneNumberSid;

/**
 * The call record (CDR) at a moment of the call.
 *
 * @param created when the call came or was asked for
 * @param ringing when it first rang
 * @param answered when it was answered
 * @param ended when it was over
 * @param sipStatus the final SIP status that a refused call ended with
 * @param endReason a word on why it ended, for the log
 * @param answeredBy who answered; unknown as long as somebody listens, empty when nobody does
 */
public record CallRecord(
        CallSid sid,
        AccountSid account,
        Optional<CallSid> parent,
        Optional<PhoneNumberSid> number,
        String from,
        String to,
        Optional<String> callerName,
        Optional<String> forwardedFrom,
        Direction direction,
        CallStatus status,
        Instant created,
        Instant updated,
        Optional<Instant> ringing,
        Optional<Instant> answered,
        Optional<Instant> ended,
        Optional<Integer> sipStatus,
        String endReason,
        Optional<AnsweredBy> answeredBy) {

    /** Of a call to whose callee nobody has listened. */
    public CallRecord(CallSid sid, AccountSid account, Optional<CallSid> parent, Optional<PhoneNumberSid> number,
            String from, String to, Optional<String> callerName, Optional<String> forwardedFrom, Direction direction,
            CallStatus status, Instant created, Instant updated, Optional<Instant> ringing, Optional<Instant> answered,
            Optional<Instant> ended, Optional<Integer> sipStatus, String endReason) {
        this(sid, account, parent, number, from, to, callerName, forwardedFrom, direction, status, created, updated,
                ringing, answered, ended, sipStatus, endReason, Optional.empty());
    }

    /** As it is when the call has ended otherwise than by itself; who answered is as known as it was. */
    public CallRecord ended(CallStatus last, Instant at, Instant end, String reason) {
        return new CallRecord(sid, account, parent, number, from, to, callerName, forwardedFrom, direction, last,
                created, at, ringing, answered, Optional.of(end), sipStatus, reason, answeredBy);
    }
}
