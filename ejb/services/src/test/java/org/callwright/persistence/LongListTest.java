package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.records.SampleRecords.ACME;
import static org.callwright.records.SampleRecords.GLOBEX;
import static org.callwright.records.SampleRecords.call;
import static org.callwright.records.SampleRecords.say;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallStatus;
import org.callwright.recordings.RecordingFiles;
import org.callwright.records.CallFilter;
import org.callwright.records.Order;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps pages of long lists cheap: totals that are kept, and orders that are those of an index. */
class LongListTest {

    @TempDir
    Path folder;

    private final TestDatabase database = new TestDatabase();
    private final JpaRecordArchive archive = new JpaRecordArchive(database, new PendingRows());

    @AfterEach
    void close() {
        database.close();
    }

    private void write(List<Effect.Record> rows) {
        new JpaRowSink(database, new RecordingFiles(folder)).write(rows);
    }

    private static Effect.Record saved(int number, CallStatus status) {
        return new Effect.SaveCall(call(number, status));
    }

    private static CallFilter of(AccountSid... accounts) {
        return new CallFilter(Set.of(accounts), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static Effect.Record foreign(int number) {
        CallRecord own = call(number, CallStatus.COMPLETED);
        return new Effect.SaveCall(new CallRecord(own.sid(), GLOBEX, own.parent(), own.number(), own.from(), own.to(),
                own.callerName(), own.forwardedFrom(), own.direction(), own.status(), own.created(), own.updated(),
                own.ringing(), own.answered(), own.ended(), own.sipStatus(), own.endReason()));
    }

    private long total(CallFilter filter) {
        return archive.calls(filter, PageRequest.first(50)).total();
    }

    @Test
    void totalShouldCountEachRowOnceHoweverOftenItIsWritten() {
        write(List.of(saved(1, CallStatus.RINGING), saved(2, CallStatus.RINGING)));
        write(List.of(saved(2, CallStatus.COMPLETED), saved(3, CallStatus.COMPLETED), foreign(4)));
        write(List.of(saved(3, CallStatus.COMPLETED), new Effect.SaveSay(say(5))));

        assertThat(total(of(ACME))).isEqualTo(3);
        assertThat(total(of(GLOBEX))).isEqualTo(1);
        assertThat(total(of(ACME, GLOBEX))).isEqualTo(4);
        assertThat(total(of())).isZero();
        assertThat(total(of(new AccountSid("AC" + "c".repeat(32))))).isZero();
        assertThat(archive.says(RecordFilter.of(ACME), PageRequest.first(50)).total()).isEqualTo(1);
    }

    @Test
    void rowsThatAreRolledBackShouldNotBeCounted() {
        write(List.of(saved(1, CallStatus.COMPLETED)));
        try {
            database.run(em -> {
                new JpaRowSink(database, new RecordingFiles(folder)).write(List.of(saved(2, CallStatus.COMPLETED)));
                throw new IllegalStateException("the transaction fails");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the transaction fails");
        }
        assertThat(total(of(ACME))).isEqualTo(1);
        assertThat(archive.calls(of(ACME), PageRequest.first(50)).rows()).hasSize(1);
    }

    @Test
    void filteredTotalShouldBeCounted() {
        write(List.of(saved(1, CallStatus.BUSY), saved(2, CallStatus.COMPLETED), saved(3, CallStatus.COMPLETED)));
        CallFilter busy = new CallFilter(Set.of(ACME), Optional.empty(), Optional.empty(),
                Optional.of(CallStatus.BUSY), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(total(busy)).isEqualTo(1);
    }

    @Test
    void cursorShouldVisitEveryRowOfOneAndOfSeveralAccountsInAnyOrder() {
        write(IntStream.range(0, 9)
                .mapToObj(number -> number % 3 == 0 ? foreign(number) : saved(number, CallStatus.COMPLETED))
                .toList());
        for (CallFilter filter : List.of(of(ACME), of(ACME, GLOBEX))) {
            for (String attribute : List.of("", "DateCreated", "From", "To", "Direction", "Status", "Duration")) {
                for (boolean descending : List.of(true, false)) {
                    Order order = new Order(attribute, descending);
                    List<CallRecord> all = archive.calls(filter, new PageRequest(
                            0, 50, OptionalInt.empty(), Optional.empty(), order)).rows();
                    assertThat(walk(filter, order)).as(attribute + " " + descending).isEqualTo(all)
                            .doesNotHaveDuplicates().hasSize((int) total(filter));
                }
            }
        }
    }

    private List<CallRecord> walk(CallFilter filter, Order order) {
        List<CallRecord> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        Page<CallRecord> page;
        do {
            page = archive.calls(filter, new PageRequest(seen.size() / 2, 2, OptionalInt.empty(), after, order));
            seen.addAll(page.rows());
            after = Optional.of(seen.get(seen.size() - 1).sid().value());
        } while (page.rows().size() == 2);
        return seen;
    }

    @Test
    void bothDirectionsOfTimeShouldBeTheOrderOfAnIndex() {
        String from = "explain select * from call_record where account_sid in ('" + ACME + "')";
        String since = " and created >= timestamp with time zone '2026-11-22 12:00:00+00:00'";
        String until = " and created <= timestamp with time zone '2026-11-22 12:00:00+00:00'";
        String rows = " fetch first 50 rows only";
        assertThat(plan(from + " order by account_sid, created, sid" + rows))
                .contains("CALL_RECORD_PAGE:").contains("index sorted");
        assertThat(plan(from + since + " order by account_sid, created, sid" + rows))
                .contains("CREATED >= TIMESTAMP").contains("index sorted");
        assertThat(plan(from + " order by account_sid desc, created desc, sid desc" + rows))
                .contains("CALL_RECORD_NEWEST:").contains("index sorted");
        assertThat(plan(from + until + " order by account_sid desc, created desc, sid desc" + rows))
                .contains("CALL_RECORD_NEWEST:").contains("index sorted");
    }

    private String plan(String sql) {
        return database.query(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(sql)) {
                answer.next();
                return answer.getString(1);
            }
        });
    }
}
