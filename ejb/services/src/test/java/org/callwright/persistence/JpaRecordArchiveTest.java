package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.records.SampleRecords.ACME;
import static org.callwright.records.SampleRecords.GLOBEX;
import static org.callwright.records.SampleRecords.NOON;
import static org.callwright.records.SampleRecords.call;
import static org.callwright.records.SampleRecords.callSid;
import static org.callwright.records.SampleRecords.notification;
import static org.callwright.records.SampleRecords.recording;
import static org.callwright.records.SampleRecords.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.RecordingFormat;
import org.callwright.recordings.RecordingFiles;
import org.callwright.records.CallFilter;
import org.callwright.records.NotificationFilter;
import org.callwright.records.Order;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpaRecordArchiveTest {

    @TempDir
    Path folder;

    private final TestDatabase database = new TestDatabase();
    private final PendingRows pending = new PendingRows();
    private final JpaRecordArchive archive = new JpaRecordArchive(database, pending);

    @AfterEach
    void close() {
        database.close();
    }

    private void write(List<Effect.Record> rows) {
        new JpaRowSink(database, new RecordingFiles(folder)).write(rows);
    }

    private void writeRecordings(int... seconds) {
        write(IntStream.range(0, seconds.length)
                .<Effect.Record>mapToObj(i -> new Effect.SaveRecording(
                        recording(i, Status.COMPLETED, Duration.ofSeconds(seconds[i]))))
                .toList());
    }

    private List<Integer> numbers(Page<RecordingRecord> page) {
        return page.rows().stream().map(row -> Integer.parseInt(row.sid().value().substring(20), 16)).toList();
    }

    private static PageRequest page(int number, int size, Optional<String> after, Order order) {
        return new PageRequest(number, size, OptionalInt.empty(), after, order);
    }

    @Test
    void everyRecordShouldComeBackAsItWasWritten() {
        CallRecord ended = call(1, CallStatus.COMPLETED);
        RecordingRecord recorded = recording(2, Status.COMPLETED, Duration.ofMillis(14_702));
        RecordingRecord wav = recording(5, Status.COMPLETED, Duration.ofMillis(800));
        RecordingRecord gsm = new RecordingRecord(wav.sid(), wav.account(), wav.call(), wav.created(), wav.updated(),
                wav.status(), wav.duration(), wav.reason(), RecordingFormat.GSM);
        write(List.of(new Effect.SaveCall(ended), new Effect.SaveRecording(recorded), new Effect.SaveRecording(gsm),
                new Effect.SaveSay(say(3)), new Effect.SaveNotification(notification(4))));

        assertThat(archive.call(ended.sid())).contains(ended);
        assertThat(archive.recording(recorded.sid())).contains(recorded);
        assertThat(archive.recording(gsm.sid())).contains(gsm);
        assertThat(archive.say(say(3).sid())).contains(say(3));
        assertThat(archive.notification(notification(4).sid())).contains(notification(4));
    }

    @Test
    void writingTwiceShouldLeaveOneRowInItsNewestState() {
        write(List.of(new Effect.SaveCall(call(1, CallStatus.RINGING))));
        write(List.of(new Effect.SaveCall(call(1, CallStatus.COMPLETED))));
        write(List.of(new Effect.SaveCall(call(1, CallStatus.COMPLETED))));

        Page<CallRecord> calls = archive.calls(new CallFilter(Set.of(ACME), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), PageRequest.first(50));
        assertThat(calls.total()).isEqualTo(1);
        assertThat(calls.rows()).containsExactly(call(1, CallStatus.COMPLETED));
    }

    @Test
    void lookUpShouldSeeARowThatIsStillWaiting() {
        pending.put(new Effect.SaveCall(call(1, CallStatus.QUEUED)));

        assertThat(archive.call(callSid(1))).contains(call(1, CallStatus.QUEUED));
        assertThat(archive.call(callSid(2))).isEmpty();
    }

    @Test
    void lookUpShouldNotSeeARecordingThatIsAboutToBeDropped() {
        writeRecordings(1);
        RecordingRecord row = recording(0, Status.COMPLETED, Duration.ofSeconds(1));
        pending.put(new Effect.DropRecording(row.sid()));

        assertThat(archive.recording(row.sid())).isEmpty();
    }

    @Test
    void droppingShouldRemoveRowAndAudio() throws Exception {
        writeRecordings(1);
        RecordingRecord row = recording(0, Status.COMPLETED, Duration.ofSeconds(1));
        Path audio = Files.write(folder.resolve(row.sid() + ".wav"), new byte[44]);

        write(List.of(new Effect.DropRecording(row.sid())));
        write(List.of(new Effect.DropRecording(row.sid())));

        assertThat(archive.recording(row.sid())).isEmpty();
        assertThat(audio).doesNotExist();
    }

    @Test
    void listShouldHoldEndedRecordingsOfTheAccountOnly() {
        write(List.of(
                new Effect.SaveRecording(recording(1, Status.COMPLETED, Duration.ZERO)),
                new Effect.SaveRecording(recording(2, Status.IN_PROGRESS, Duration.ZERO)),
                new Effect.SaveRecording(recording(3, Status.FAILED, Duration.ZERO))));

        assertThat(numbers(archive.recordings(RecordFilter.of(ACME), PageRequest.first(50)))).containsExactly(1, 3);
        assertThat(archive.recordings(RecordFilter.of(GLOBEX), PageRequest.first(50)).total()).isZero();
    }

    @Test
    void filtersShouldIncludeBothEndsAndTheCall() {
        writeRecordings(1, 1, 1, 1);

        RecordFilter times = new RecordFilter(Set.of(ACME), Optional.of(NOON.plusSeconds(1)),
                Optional.of(NOON.plusSeconds(2)), Optional.empty());
        assertThat(numbers(archive.recordings(times, PageRequest.first(50)))).containsExactly(1, 2);
        assertThat(numbers(archive.recordings(RecordFilter.of(ACME, callSid(1)), PageRequest.first(50))))
                .containsExactly(1, 3);
    }

    @Test
    void durationShouldSortNewestFirstAmongEquals() {
        writeRecordings(5, 3, 5, 1);

        assertThat(numbers(archive.recordings(RecordFilter.of(ACME),
                page(0, 50, Optional.empty(), new Order("Duration", true))))).containsExactly(2, 0, 1, 3);
        assertThat(numbers(archive.recordings(RecordFilter.of(ACME),
                page(0, 50, Optional.empty(), new Order("Duration", false))))).containsExactly(3, 1, 2, 0);
    }

    @Test
    void unknownSortAttributeShouldMeanOldestFirst() {
        writeRecordings(5, 3, 5);

        assertThat(numbers(archive.recordings(RecordFilter.of(ACME),
                page(0, 50, Optional.empty(), new Order("sid; drop table recording", true)))))
                .containsExactly(0, 1, 2);
    }

    @Test
    void cursorShouldVisitEveryRowOnceInAnyOrder() {
        writeRecordings(5, 3, 5, 1, 3, 5, 2);
        for (String attribute : List.of("", "DateCreated", "Duration", "CallSid")) {
            for (boolean descending : List.of(true, false)) {
                Order order = new Order(attribute, descending);
                List<Integer> all = numbers(archive.recordings(RecordFilter.of(ACME),
                        page(0, 50, Optional.empty(), order)));
                assertThat(walk(order)).as(attribute + " " + descending).isEqualTo(all).hasSize(7);
            }
        }
    }

    private List<Integer> walk(Order order) {
        List<Integer> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (int number = 0; number < 4; number++) {
            Page<RecordingRecord> page = archive.recordings(RecordFilter.of(ACME), page(number, 2, after, order));
            seen.addAll(numbers(page));
            after = Optional.of(page.rows().get(page.rows().size() - 1).sid().value());
        }
        return seen;
    }

    @Test
    void cursorShouldNotSkipRowsWhenEarlierOnesAreRemoved() {
        writeRecordings(1, 1, 1, 1);
        String second = recording(1, Status.COMPLETED, Duration.ZERO).sid().value();
        archive.removeRecordings(List.of(recording(0, Status.COMPLETED, Duration.ZERO).sid()));

        assertThat(numbers(archive.recordings(RecordFilter.of(ACME),
                page(1, 2, Optional.of(second), Order.NATURAL)))).containsExactly(2, 3);
    }

    @Test
    void removedRecordingShouldNotComeBackWhenItsRowWasStillBeingWritten() throws InterruptedException {
        RecordingRecord waiting = recording(1, Status.COMPLETED, Duration.ZERO);
        RecordingRecord beingWritten = recording(2, Status.COMPLETED, Duration.ZERO);
        pending.put(new Effect.SaveRecording(beingWritten));
        List<Effect.Record> batch = pending.take(1);
        pending.put(new Effect.SaveRecording(waiting));

        archive.removeRecordings(List.of(waiting.sid(), beingWritten.sid()));
        write(batch);
        pending.done();

        assertThat(archive.recording(waiting.sid())).isEmpty();
        assertThat(archive.recording(beingWritten.sid())).isEmpty();
        write(pending.take(10));
        pending.done();
        assertThat(archive.recording(waiting.sid())).isEmpty();
        assertThat(archive.recording(beingWritten.sid())).isEmpty();
    }

    @Test
    void offsetShouldDecideWhenTheCursorsRowIsGone() {
        writeRecordings(1, 1, 1, 1);

        assertThat(numbers(archive.recordings(RecordFilter.of(ACME),
                page(1, 2, Optional.of("RE" + "f".repeat(32)), Order.NATURAL)))).containsExactly(2, 3);
    }

    @Test
    void limitShouldCutTheList() {
        writeRecordings(1, 1, 1, 1);

        Page<RecordingRecord> page = archive.recordings(RecordFilter.of(ACME),
                new PageRequest(1, 2, OptionalInt.of(3), Optional.empty(), Order.NATURAL));
        assertThat(page.total()).isEqualTo(3);
        assertThat(numbers(page)).containsExactly(2);
    }

    @Test
    void whoAnsweredShouldComeBackAndStayWhenTheCallIsEndedByOthers() {
        for (AnsweredBy who : AnsweredBy.values()) {
            CallRecord call = answeredBy(call(20 + who.ordinal(), CallStatus.IN_PROGRESS), who);
            write(List.of(new Effect.SaveCall(call)));
            assertThat(archive.call(call.sid())).contains(call);
            assertThat(call.ended(CallStatus.FAILED, NOON, NOON, "node lost").answeredBy()).contains(who);
        }
    }

    private static CallRecord answeredBy(CallRecord call, AnsweredBy who) {
        return new CallRecord(call.sid(), call.account(), call.parent(), call.number(), call.from(), call.to(),
                call.callerName(), call.forwardedFrom(), call.direction(), call.status(), call.created(),
                call.updated(), call.ringing(), call.answered(), call.ended(), call.sipStatus(), call.endReason(),
                Optional.of(who));
    }

    @Test
    void reasonOfAMessageThatNobodyHeardShouldBeKept() {
        MessageRecord message = new MessageRecord(
                callSid(1), ACME, NOON, true, Optional.empty(), "the host answered 404");
        MessageRecord plain = new MessageRecord(callSid(2), ACME, NOON, false, Optional.of("1"));
        write(List.of(new Effect.SaveMessage(message), new Effect.SaveMessage(plain)));
        assertThat(database.<List<MessageRecord>>call(em -> em.createQuery(
                        "select m from MessageRow m order by m.call", MessageEntity.class).getResultStream()
                .map(MessageEntity::toValue).toList())).containsExactly(message, plain);
    }

    @Test
    void callFiltersShouldTakeWildcardsAndStatus() {
        write(List.of(new Effect.SaveCall(call(1, CallStatus.COMPLETED)), new Effect.SaveCall(call(2, CallStatus.BUSY)),
                new Effect.SaveCall(call(12, CallStatus.COMPLETED))));

        CallFilter filter = new CallFilter(Set.of(ACME), Optional.of("alice1%"), Optional.of("+15551000"),
                Optional.of(CallStatus.COMPLETED), Optional.of(NOON), Optional.empty(), Optional.empty());
        Page<CallRecord> page = archive.calls(filter, page(0, 50, Optional.empty(), new Order("Duration", true)));
        assertThat(page.rows()).extracting(CallRecord::from).containsExactly("alice12", "alice1");
    }

    @Test
    void notificationFiltersShouldMatchCodeUrlAndText() {
        write(List.of(new Effect.SaveNotification(notification(1))));

        NotificationFilter hit = new NotificationFilter(Set.of(ACME), Optional.empty(), Optional.empty(),
                Optional.of(callSid(1)), OptionalInt.of(11205), Optional.of("http://app%"), Optional.of("%refused"));
        NotificationFilter miss = new NotificationFilter(Set.of(ACME), Optional.empty(), Optional.empty(),
                Optional.empty(), OptionalInt.of(11100), Optional.empty(), Optional.empty());
        assertThat(archive.notifications(hit, PageRequest.first(50)).total()).isEqualTo(1);
        assertThat(archive.notifications(miss, PageRequest.first(50)).total()).isZero();
        assertThat(archive.says(RecordFilter.of(ACME), PageRequest.first(50)).total()).isZero();
    }

    @Test
    void textsThatAreTooLongOrHoldNulsShouldBeMadeToFit() {
        CallRecord base = call(1, CallStatus.COMPLETED);
        CallRecord loud = new CallRecord(base.sid(), base.account(), base.parent(), base.number(), "x".repeat(5000),
                "a\0b", Optional.of("n".repeat(999)), base.forwardedFrom(), base.direction(), base.status(),
                base.created(), base.updated(), base.ringing(), base.answered(), base.ended(), base.sipStatus(),
                "e".repeat(999));
        write(List.of(new Effect.SaveCall(loud)));

        CallRecord kept = archive.call(base.sid()).orElseThrow();
        assertThat(kept.from()).hasSize(512);
        assertThat(kept.to()).isEqualTo("ab");
    }
}
