package org.callwright.restcomm;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.call.value.NotificationSid;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SaySid;
import org.callwright.records.CallFilter;
import org.callwright.records.NotificationFilter;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.records.RecordFilter;

/** Records in memory, in the order they were put in, one second apart; remembers what it was asked last. */
public final class MemoryArchive implements RecordArchive {

    public static final Instant START = Instant.parse("2021-06-03T01:18:18Z");

    private final Map<String, CallRecord> calls = new LinkedHashMap<>();
    private final Map<String, RecordingRecord> recordings = new LinkedHashMap<>();
    private final Map<String, SayRecord> says = new LinkedHashMap<>();
    private final Map<String, NotificationRecord> notifications = new LinkedHashMap<>();
    public PageRequest lastPage;
    public CallFilter lastCalls;
    public RecordFilter lastRecords;
    public NotificationFilter lastNotifications;

    public static CallSid callSid(int number) {
        return new CallSid("ID" + "1".repeat(32) + "-CA" + hex(number));
    }

    private static String hex(int number) {
        return String.format("%032x", number);
    }

    public CallRecord addCall(AccountSid account, int number) {
        Instant created = START.plusSeconds(number);
        CallRecord call = new CallRecord(callSid(number), account, Optional.empty(), Optional.empty(), "alice",
                "+15551000", Optional.empty(), Optional.empty(), Direction.INBOUND, CallStatus.COMPLETED, created,
                created.plusSeconds(9), Optional.of(created), Optional.of(created.plusSeconds(2)),
                Optional.of(created.plusSeconds(9)), Optional.empty(), "");
        calls.put(call.sid().value(), call);
        return call;
    }

    /** A call that has everything a call can have. */
    public CallRecord addFullCall(AccountSid account, int number) {
        Instant created = START.plusSeconds(number);
        CallRecord call = new CallRecord(callSid(number), account, Optional.of(callSid(1)),
                Optional.of(new PhoneNumberSid("PN" + hex(number))), "alice", "+15551000", Optional.of("Alice"),
                Optional.of("+15552000"), Direction.INBOUND, CallStatus.COMPLETED, created, created.plusSeconds(9),
                Optional.of(created), Optional.of(created.plusSeconds(2)), Optional.of(created.plusSeconds(9)),
                Optional.empty(), "",
                Optional.of(AnsweredBy.MACHINE_END_BEEP));
        calls.put(call.sid().value(), call);
        return call;
    }

    /** A call that has just been answered, by whom is being listened for. */
    public CallRecord addLiveCall(AccountSid account, int number) {
        Instant created = START.plusSeconds(number);
        CallRecord call = new CallRecord(callSid(number), account, Optional.empty(), Optional.empty(), "alice",
                "+15551000", Optional.empty(), Optional.empty(), Direction.INBOUND, CallStatus.IN_PROGRESS, created,
                created, Optional.of(created), Optional.of(created), Optional.empty(), Optional.empty(), "",
                Optional.of(AnsweredBy.UNKNOWN));
        calls.put(call.sid().value(), call);
        return call;
    }

    public RecordingRecord addRecording(AccountSid account, int number) {
        return addRecording(account, number, RecordingRecord.Status.COMPLETED);
    }

    /** The recording as one that is kept as GSM. */
    public RecordingRecord asGsm(RecordingRecord row) {
        RecordingRecord gsm = new RecordingRecord(row.sid(), row.account(), row.call(), row.created(), row.updated(),
                row.status(), row.duration(), row.reason(), RecordingFormat.GSM);
        recordings.put(gsm.sid().value(), gsm);
        return gsm;
    }

    public RecordingRecord addRecording(AccountSid account, int number, RecordingRecord.Status status) {
        RecordingRecord recording = new RecordingRecord(new RecordingSid("RE" + hex(number)), account, callSid(1),
                START.plusSeconds(number), START.plusSeconds(number), status, Duration.ofMillis(14_702), "");
        recordings.put(recording.sid().value(), recording);
        return recording;
    }

    public SayRecord addSay(AccountSid account, int number) {
        SayRecord say = new SayRecord(new SaySid("SA" + hex(number)), account, callSid(1), START.plusSeconds(number),
                true, "", Duration.ofMillis(1_900), 25, "marytts", "en-us", "man", 1);
        says.put(say.sid().value(), say);
        return say;
    }

    public NotificationRecord addNotification(AccountSid account, int number) {
        NotificationRecord notification = new NotificationRecord(new NotificationSid("NO" + hex(number)), account,
                callSid(1), START.plusSeconds(number), 0, 11205, "connection refused", Optional.empty(), "");
        notifications.put(notification.sid().value(), notification);
        return notification;
    }

    @Override
    public Optional<CallRecord> call(CallSid sid) {
        return Optional.ofNullable(calls.get(sid.value()));
    }

    @Override
    public Page<CallRecord> calls(CallFilter filter, PageRequest page) {
        lastCalls = filter;
        return page(calls, page, row -> filter.accounts().contains(row.account()));
    }

    @Override
    public Optional<RecordingRecord> recording(RecordingSid sid) {
        return Optional.ofNullable(recordings.get(sid.value()));
    }

    @Override
    public Page<RecordingRecord> recordings(RecordFilter filter, PageRequest page) {
        lastRecords = filter;
        return page(recordings, page, row -> filter.accounts().contains(row.account()));
    }

    @Override
    public int removeRecordings(Collection<RecordingSid> sids) {
        return (int) sids.stream().filter(sid -> recordings.remove(sid.value()) != null).count();
    }

    @Override
    public Optional<SayRecord> say(SaySid sid) {
        return Optional.ofNullable(says.get(sid.value()));
    }

    @Override
    public Page<SayRecord> says(RecordFilter filter, PageRequest page) {
        lastRecords = filter;
        return page(says, page, row -> filter.accounts().contains(row.account()));
    }

    @Override
    public Optional<NotificationRecord> notification(NotificationSid sid) {
        return Optional.ofNullable(notifications.get(sid.value()));
    }

    @Override
    public Page<NotificationRecord> notifications(NotificationFilter filter, PageRequest page) {
        lastNotifications = filter;
        return page(notifications, page, row -> filter.accounts().contains(row.account()));
    }

    @Override
    public void removeNotifications(AccountSid account) {
        notifications.values().removeIf(row -> row.account().equals(account));
    }

    private <T> Page<T> page(Map<String, T> rows, PageRequest page, Predicate<T> mine) {
        lastPage = page;
        List<T> matching = rows.values().stream().filter(mine).toList();
        return new Page<>(
                matching.stream().skip(page.offset()).limit(page.room()).toList(), page.cut(matching.size()));
    }
}
