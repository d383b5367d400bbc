package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.records.SampleRecords.call;
import static org.callwright.records.SampleRecords.say;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.callwright.call.Effect;
import org.callwright.call.value.CallStatus;
import org.callwright.recordings.RecordingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordWriterTest {

    private final PendingRows pending = new PendingRows();
    private final List<Duration> pauses = new ArrayList<>();

    private static Effect.Record row(int number) {
        return new Effect.SaveCall(call(number, CallStatus.COMPLETED));
    }

    /** Writes all that waits on this thread. */
    private void drain(RowSink sink, Runnable onPause) {
        pending.close();
        new RecordWriter(pending, sink, time -> {
            pauses.add(time);
            onPause.run();
        }).run();
    }

    /** A database that refuses one row and can be away. */
    private static final class FakeSink implements RowSink {

        private final List<Effect.Record> written = new ArrayList<>();
        private final List<Effect.Record> refused;
        private boolean away;

        private FakeSink(Effect.Record... refused) {
            this.refused = List.of(refused);
        }

        @Override
        public void write(List<Effect.Record> rows) {
            if (away || rows.stream().anyMatch(refused::contains)) {
                throw new IllegalStateException("no");
            }
            written.addAll(rows);
        }

        @Override
        public boolean answers() {
            return !away;
        }
    }

    @Test
    void rowsShouldBeWrittenInTheirOrder() {
        FakeSink sink = new FakeSink();
        List.of(row(1), new Effect.SaveSay(say(1)), row(2)).forEach(pending::put);

        drain(sink, () -> { });

        assertThat(sink.written).containsExactly(row(1), new Effect.SaveSay(say(1)), row(2));
        assertThat(pauses).isEmpty();
    }

    @Test
    void refusedRowShouldBeSetAsideAndTheOthersWritten() {
        FakeSink sink = new FakeSink(row(2));
        List.of(row(1), row(2), row(3)).forEach(pending::put);

        drain(sink, () -> { });

        assertThat(sink.written).containsExactly(row(1), row(3));
        assertThat(pauses).hasSize(RecordWriter.TRIES - 1);
        assertThat(pending.size()).isZero();
    }

    @Test
    void rowsShouldWaitHoweverLongTheDatabaseIsAway() {
        FakeSink sink = new FakeSink();
        sink.away = true;
        List.of(row(1), row(2)).forEach(pending::put);

        drain(sink, () -> sink.away = pauses.size() < 20);

        assertThat(sink.written).containsExactly(row(1), row(2));
        assertThat(pauses).hasSize(20).isSorted();
        assertThat(pauses.get(19)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void rowsGivenWhileTheDatabaseIsAwayShouldBeInItAfterwards(@TempDir Path folder) {
        try (TestDatabase database = new TestDatabase()) {
            JpaRecordArchive archive = new JpaRecordArchive(database, new PendingRows());
            database.goAway();
            List.of(row(1), row(2)).forEach(pending::put);

            drain(new JpaRowSink(database, new RecordingFiles(folder)), () -> {
                if (pauses.size() == 3) {
                    database.comeBack();
                }
            });

            assertThat(archive.call(call(2, CallStatus.COMPLETED).sid())).isPresent();
        }
    }

    @Test
    void storeShouldNotBlockNorFailWhenTheQueueIsFull() {
        PendingRows small = new PendingRows(1, Duration.ZERO);
        QueuedRecordStore store = new QueuedRecordStore(small);

        store.write(row(1));
        store.write(row(2));
        store.write(row(1));

        assertThat(small.size()).isEqualTo(1);
    }
}
