package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.SaySid;

/** Row of a Say record. */
@Entity(name = "SayRow")
@Table(name = "say_record")
class SayEntity {

    private static final String COMPLETED = "completed";

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "call_sid")
    String call;
    Instant created;
    String status;
    String reason;
    @Column(name = "duration_ms")
    long duration;
    @Column(name = "character_count")
    int characterCount;
    String provider;
    String language;
    String voice;
    int repetitions;

    static SayEntity of(SayRecord say) {
        SayEntity row = new SayEntity();
        row.sid = say.sid().value();
        row.account = say.account().value();
        row.call = say.call().value();
        row.created = Columns.micros(say.created());
        row.status = say.completed() ? COMPLETED : "failed";
        row.reason = Columns.fit(say.reason(), 1024);
        row.duration = say.duration().toMillis();
        row.characterCount = say.characterCount();
        row.provider = Columns.fit(say.provider(), 64);
        row.language = Columns.fit(say.language(), 64);
        row.voice = Columns.fit(say.voice(), 64);
        row.repetitions = say.loop();
        return row;
    }

    SayRecord toValue() {
        return new SayRecord(
                new SaySid(sid),
                new AccountSid(account),
                new CallSid(call),
                created,
                COMPLETED.equals(status),
                reason,
                Duration.ofMillis(duration),
                characterCount,
                provider,
                language,
                voice,
                repetitions);
    }
}
