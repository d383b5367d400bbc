package org.callwright.records;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.NotificationSid;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SaySid;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;

/** A small world of records: numbered SIDs, one second apart. */
public final class SampleRecords {

    public static final AccountSid ACME = new AccountSid("AC" + "a".repeat(32));
    public static final AccountSid GLOBEX = new AccountSid("AC" + "b".repeat(32));
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    private SampleRecords() {
    }

    public static String hex(int number) {
        return String.format("%032x", number);
    }

    public static CallSid callSid(int number) {
        return new CallSid("ID" + "1".repeat(32) + "-CA" + hex(number));
    }

    public static CallRecord call(int number, CallStatus status) {
        Instant created = NOON.plusSeconds(number);
        boolean ended = status.terminal();
        return new CallRecord(callSid(number), ACME, Optional.empty(), Optional.empty(), "alice" + number, "+15551000",
                Optional.of("Alice"), Optional.empty(), Direction.INBOUND, status, created, created,
                Optional.of(created), Optional.of(created.plusSeconds(1)),
                ended ? Optional.of(created.plusSeconds(10 + number)) : Optional.empty(), Optional.empty(), "");
    }

    public static RecordingRecord recording(int number, RecordingRecord.Status status, Duration duration) {
        return new RecordingRecord(new RecordingSid("RE" + hex(number)), ACME, callSid(number % 2),
                NOON.plusSeconds(number), NOON.plusSeconds(number), status, duration, "");
    }

    public static SayRecord say(int number) {
        return new SayRecord(new SaySid("SA" + hex(number)), ACME, callSid(1), NOON.plusSeconds(number), true, "",
                Duration.ofMillis(1900), 25, "marytts", "en-us", "man", 1);
    }

    public static NotificationRecord notification(int number) {
        WebRequest request = new WebRequest(new WebTarget(URI.create("http://app.example/voice"), HttpMethod.POST),
                List.of(new Parameter("From", "+1 & co"), new Parameter("Digits", "")));
        return new NotificationRecord(new NotificationSid("NO" + hex(number)), ACME, callSid(1),
                NOON.plusSeconds(number), 0, 11205, "connection refused", Optional.of(request), "");
    }
}
