package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.records.CallTimes;

/** Row of a call record; the duration is there to sort by. */
@Entity(name = "CallRow")
@Table(name = "call_record")
class CallEntity {

    private static final Map<String, Direction> DIRECTIONS =
            Stream.of(Direction.values()).collect(Collectors.toMap(Direction::wireName, Function.identity()));
    private static final Map<String, CallStatus> STATUSES =
            Stream.of(CallStatus.values()).collect(Collectors.toMap(CallStatus::wireName, Function.identity()));

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "parent_sid")
    String parent;
    @Column(name = "number_sid")
    String number;
    @Column(name = "from_address")
    String fromAddress;
    @Column(name = "to_address")
    String toAddress;
    @Column(name = "caller_name")
    String callerName;
    @Column(name = "forwarded_from")
    String forwardedFrom;
    String direction;
    String status;
    Instant created;
    Instant updated;
    Instant ringing;
    Instant answered;
    Instant ended;
    @Column(name = "duration_seconds")
    long duration;
    @Column(name = "sip_status")
    Integer sipStatus;
    @Column(name = "end_reason")
    String endReason;
    @Column(name = "answered_by")
    String answeredBy;

    static CallEntity of(CallRecord call) {
        CallEntity row = new CallEntity();
        row.sid = call.sid().value();
        row.account = call.account().value();
        row.parent = call.parent().map(CallSid::value).orElse(null);
        row.number = call.number().map(PhoneNumberSid::value).orElse(null);
        row.fromAddress = Columns.fit(call.from(), 512);
        row.toAddress = Columns.fit(call.to(), 512);
        row.callerName = Columns.fit(call.callerName(), 255);
        row.forwardedFrom = Columns.fit(call.forwardedFrom(), 512);
        row.direction = call.direction().wireName();
        row.status = call.status().wireName();
        row.created = Columns.micros(call.created());
        row.updated = Columns.micros(call.updated());
        row.ringing = Columns.micros(call.ringing());
        row.answered = Columns.micros(call.answered());
        row.ended = Columns.micros(call.ended());
        row.duration = CallTimes.duration(call).map(Duration::toSeconds).orElse(0L);
        row.sipStatus = call.sipStatus().orElse(null);
        row.endReason = Columns.fit(call.endReason(), 255);
        row.answeredBy = call.answeredBy().map(AnsweredBy::wireName).orElse(null);
        return row;
    }

    CallRecord toValue() {
        return new CallRecord(
                new CallSid(sid),
                new AccountSid(account),
                Optional.ofNullable(parent).map(CallSid::new),
                Optional.ofNullable(number).map(PhoneNumberSid::new),
                fromAddress,
                toAddress,
                Optional.ofNullable(callerName),
                Optional.ofNullable(forwardedFrom),
                known(DIRECTIONS, direction),
                known(STATUSES, status),
                created,
                updated,
                Optional.ofNullable(ringing),
                Optional.ofNullable(answered),
                Optional.ofNullable(ended),
                Optional.ofNullable(sipStatus),
                endReason,
                Optional.ofNullable(answeredBy).flatMap(AnsweredBy::of));
    }

    private static <T> T known(Map<String, T> values, String wireName) {
        return Optional.ofNullable(values.get(wireName)).orElseThrow();
    }
}
