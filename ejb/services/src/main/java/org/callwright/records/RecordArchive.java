package org.callwright.records;

import java.util.Collection;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.NotificationSid;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SaySid;

/**
 * What was written down. A look-up by SID sees at once what this node gave to the {@code RecordStore}; lists see what
 * the database has. Lists are in the order asked for, and without one oldest first.
 */
public interface RecordArchive {

    Optional<CallRecord> call(CallSid sid);

    /** Orders: DateCreated, From, To, Direction, Status, Duration. */
    Page<CallRecord> calls(CallFilter filter, PageRequest page);

    Optional<RecordingRecord> recording(RecordingSid sid);

    /** Recordings that have ended. Orders: DateCreated, Duration (then newest first), CallSid. */
    Page<RecordingRecord> recordings(RecordFilter filter, PageRequest page);

    /** Removes the rows, also those that still wait to be written; how many the database had. */
    int removeRecordings(Collection<RecordingSid> sids);

    Optional<SayRecord> say(SaySid sid);

    Page<SayRecord> says(RecordFilter filter, PageRequest page);

    Optional<NotificationRecord> notification(NotificationSid sid);

    /** Orders: DateCreated, Log, ErrorCode, CallSid, MessageText. */
    Page<NotificationRecord> notifications(NotificationFilter filter, PageRequest page);

    /** Removes all notifications of the account. */
    void removeNotifications(AccountSid account);
}
