package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;

/** Row of a recording. */
@Entity(name = "RecordingRow")
@Table(name = "recording")
class RecordingEntity {

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "call_sid")
    String call;
    Instant created;
    Instant updated;
    String status;
    @Column(name = "duration_ms")
    long duration;
    String reason;
    @Column(name = "audio_format")
    String format;

    static RecordingEntity of(RecordingRecord recording) {
        RecordingEntity row = new RecordingEntity();
        row.sid = recording.sid().value();
        row.account = recording.account().value();
        row.call = recording.call().value();
        row.created = Columns.micros(recording.created());
        row.updated = Columns.micros(recording.updated());
        row.status = recording.status().wireName();
        row.duration = recording.duration().toMillis();
        row.reason = Columns.fit(recording.reason(), 1024);
        row.format = recording.format().wireName();
        return row;
    }

    RecordingRecord toValue() {
        return new RecordingRecord(
                new RecordingSid(sid),
                new AccountSid(account),
                new CallSid(call),
                created,
                updated,
                Stream.of(RecordingRecord.Status.values())
                        .filter(s -> s.wireName().equals(status))
                        .findFirst()
                        .orElseThrow(),
                Duration.ofMillis(duration),
                reason,
                RecordingFormat.named(format).orElseThrow());
    }
}
