package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.records.SampleRecords.call;
import static org.callwright.records.SampleRecords.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.callwright.call.Effect;
import org.callwright.call.value.CallStatus;
import org.callwright.recordings.RecordingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows on the disk, and the queue that puts them there when the database is away. */
class RowJournalTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("rows");
    }

    private PendingRows queue(int capacity) {
        return new PendingRows(capacity, Duration.ZERO, Optional.of(new RowJournal(file())));
    }

    private static Effect.Record row(int number, CallStatus status) {
        return new Effect.SaveCall(call(number, status));
    }

    private static Effect.Record row(int number) {
        return row(number, CallStatus.COMPLETED);
    }

    private static List<Effect.Record> drained(PendingRows rows) throws InterruptedException {
        List<Effect.Record> all = new ArrayList<>();
        rows.close();
        for (List<Effect.Record> batch = rows.take(2); !batch.isEmpty(); batch = rows.take(2)) {
            all.addAll(batch);
            rows.done();
        }
        return all;
    }

    @Test
    void rowsShouldBeReadInTheirOrderAndTheFileGoWithTheLast() {
        RowJournal journal = new RowJournal(file());
        assertThat(journal.append(List.of(row(1), new Effect.SaveSay(say(1))))).isTrue();
        assertThat(journal.append(List.of(row(2)))).isTrue();

        assertThat(journal.read(2)).containsExactly(row(1), new Effect.SaveSay(say(1)));
        journal.rewind();
        assertThat(journal.read(2)).hasSize(2);
        journal.written(2);
        assertThat(journal.read(2)).containsExactly(row(2));
        assertThat(journal.isEmpty()).isFalse();
        journal.written(1);
        assertThat(journal.isEmpty()).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void fileShouldBeForTheServersUserOnly() throws IOException {
        new RowJournal(file()).append(List.of(row(1)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void rowsShouldOutliveTheServer() {
        new RowJournal(file()).append(List.of(row(1), row(2)));
        RowJournal next = new RowJournal(file());
        assertThat(next.size()).isEqualTo(2);
        assertThat(next.read(9)).containsExactly(row(1), row(2));
    }

    @Test
    void rowThatACrashCutOffShouldBeSetAside() throws IOException {
        new RowJournal(file()).append(List.of(row(1), row(2)));
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 3));

        RowJournal next = new RowJournal(file());
        assertThat(next.size()).isEqualTo(1);
        assertThat(next.read(9)).containsExactly(row(1));
        next.written(1);
        assertThat(next.isEmpty()).isTrue();
        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(
                    aside -> assertThat(aside.getFileName().toString()).startsWith("rows.damaged-"));
        }
    }

    @Test
    void damagedRowShouldNotBeWritten() throws IOException {
        new RowJournal(file()).append(List.of(row(1), row(2)));
        byte[] bytes = Files.readAllBytes(file());
        bytes[40] ^= 1;
        Files.write(file(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(new RowJournal(file()).read(9)).isEmpty();
    }

    @Test
    void journalThatIsFullShouldTakeNoMore() {
        RowJournal journal = new RowJournal(file(), 1_000);
        int taken = 0;
        while (journal.append(List.of(row(taken)))) {
            taken++;
        }
        assertThat(taken).isBetween(1, 10);
        assertThat(journal.read(99)).hasSize(taken);
    }

    @Test
    void rowsBehindAFullQueueShouldKeepTheirOrder() throws InterruptedException {
        PendingRows rows = queue(2);
        List.of(row(1), row(2), row(3), row(1, CallStatus.FAILED), row(4)).forEach(
                row -> assertThat(rows.put(row)).isTrue());

        assertThat(rows.size()).isEqualTo(5);
        assertThat(rows.onDisk()).isTrue();
        assertThat(drained(rows)).containsExactly(row(1), row(2), row(3), row(1, CallStatus.FAILED), row(4));
        assertThat(rows.size()).isZero();
        assertThat(rows.onDisk()).isFalse();
    }

    @Test
    void whatCouldNotBeWrittenShouldStandOnTheDiskUntilItIs() throws InterruptedException {
        PendingRows rows = queue(9);
        List.of(row(1), row(2), row(3)).forEach(rows::put);
        assertThat(rows.take(2)).containsExactly(row(1), row(2));
        rows.putBack();
        rows.put(row(4));
        assertThat(rows.take(3)).containsExactly(row(1), row(2), row(3));
        rows.putBack();

        assertThat(rows.size()).isEqualTo(4);
        assertThat(drained(queue(9))).containsExactly(row(1), row(2), row(3), row(4));
    }

    @Test
    void overflowAndOutageTogetherShouldKeepTheOrder() throws InterruptedException {
        PendingRows rows = queue(2);
        List.of(row(1), row(2), row(3)).forEach(rows::put);
        rows.take(1);
        rows.putBack();
        rows.put(row(4));
        assertThat(drained(rows)).containsExactly(row(1), row(2), row(3), row(4));
    }

    @Test
    void rowsThatComeAfterTheEndShouldBeForTheNextStart() throws InterruptedException {
        PendingRows rows = queue(9);
        rows.close();
        assertThat(rows.put(row(1))).isTrue();
        assertThat(drained(queue(9))).containsExactly(row(1));
    }

    @Test
    void withoutADiskNothingShouldBeLostFromMemory() throws InterruptedException {
        PendingRows rows = new PendingRows(9, Duration.ZERO);
        List.of(row(1), row(2)).forEach(rows::put);
        rows.take(2);
        rows.put(row(1, CallStatus.FAILED));
        rows.putBack();
        assertThat(drained(rows)).containsExactly(row(2), row(1, CallStatus.FAILED));
    }

    @Test
    void writerShouldBringEverythingToADatabaseThatComesAndGoes() {
        try (TestDatabase database = new TestDatabase()) {
            PendingRows rows = queue(9);
            int[] pauses = {0};
            database.goAway();
            List.of(row(1), row(2), row(3)).forEach(rows::put);
            rows.close();
            new RecordWriter(rows, new JpaRowSink(database, new RecordingFiles(folder)), time -> {
                pauses[0]++;
                if (pauses[0] == 3) {
                    database.comeBack();
                }
                rows.put(row(10 + pauses[0]));
            }).run();

            JpaRecordArchive archive = new JpaRecordArchive(database, new PendingRows());
            assertThat(List.of(1, 2, 3, 11, 12, 13)).allSatisfy(
                    number -> assertThat(archive.call(call(number, CallStatus.COMPLETED).sid())).isPresent());
            assertThat(rows.onDisk()).isFalse();
        }
    }
}
