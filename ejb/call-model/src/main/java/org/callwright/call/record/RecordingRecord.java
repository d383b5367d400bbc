package org.callwright.call.record;

import java.time.Duration;
import java.time.Instant;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;

/** One recording; its file is named by its SID, and ends as its format says. */
public record RecordingRecord(
        RecordingSid sid,
        AccountSid account,
        CallSid call,
        Instant created,
        Instant updated,
        Status status,
        Duration duration,
        String reason,
        RecordingFormat format) {

    /** A WAV. */
    public RecordingRecord(RecordingSid sid, AccountSid account, CallSid call, Instant created, Instant updated,
            Status status, Duration duration, String reason) {
        this(sid, account, call, created, updated, status, duration, reason, RecordingFormat.WAV);
    }

    /** Where it stands. */
    public enum Status {
        IN_PROGRESS("in-progress"),
        COMPLETED("completed"),
        FAILED("failed");

        private final String wireName;

        Status(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
