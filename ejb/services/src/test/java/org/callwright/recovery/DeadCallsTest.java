package org.callwright.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.records.SampleRecords.NOON;
import static org.callwright.records.SampleRecords.call;
import static org.callwright.records.SampleRecords.callSid;
import static org.callwright.records.SampleRecords.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.engine.port.RecordStore;
import org.callwright.persistence.TestDatabase;
import org.callwright.persistence.TestStores;
import org.callwright.recordings.RecordingFiles;
import org.callwright.records.RecordArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server died in the middle of calls; its rows stand in a real database, its files in a real folder. */
class DeadCallsTest {

    private static final String INSTANCE = callSid(0).instanceId();
    private static final Duration LONGEST = Duration.ofHours(4);

    @TempDir
    Path folder;
    private final TestDatabase database = new TestDatabase();
    private final TestStores stores = new TestStores(database);
    private final RecordArchive archive = stores.archive();
    private RecordingFiles files;
    private RecordStore store;

    @BeforeEach
    void open() {
        files = new RecordingFiles(folder);
        store = stores.records(files);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DeadCalls.Closed sweep(Instant now, String instance, CallSid... running) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new DeadCalls(stores.unfinished(), archive, store, files, clock)
                .close(new Judgement(instance, Set.of(running)::contains, LONGEST, clock));
    }

    private DeadCalls.Closed sweep(CallSid... running) {
        return sweep(NOON.plusSeconds(600), INSTANCE, running);
    }

    private CallRecord saved(int number, CallStatus status) {
        CallRecord row = call(number, status);
        store.write(new Effect.SaveCall(row));
        return row;
    }

    /** A row in progress, and a file as a crash leaves it: its header knows of no audio. */
    private RecordingRecord growing(int number, int milliseconds) throws IOException {
        RecordingRecord row = recording(number, Status.IN_PROGRESS, Duration.ZERO);
        store.write(new Effect.SaveRecording(row));
        byte[] file = new byte[44 + 16 * milliseconds + 1];
        byte[] header = {'R', 'I', 'F', 'F', 36, 0, 0, 0, 'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0,
                1, 0, 0x40, 0x1F, 0, 0, (byte) 0x80, 0x3E, 0, 0, 2, 0, 16, 0, 'd', 'a', 't', 'a', 0, 0, 0, 0};
        System.arraycopy(header, 0, file, 0, header.length);
        Files.write(folder.resolve(row.sid() + ".wav"), file);
        return row;
    }

    @Test
    void deadCallShouldFailAtItsLastSignOfLifeAndItsRecordingBeComplete() throws IOException {
        CallRecord call = saved(1, CallStatus.IN_PROGRESS);
        RecordingRecord recording = growing(1, 7_500);

        assertThat(sweep()).isEqualTo(new DeadCalls.Closed(1, 1));

        RecordingRecord ended = archive.recording(recording.sid()).orElseThrow();
        assertThat(ended.status()).isEqualTo(Status.COMPLETED);
        assertThat(ended.duration()).isEqualTo(Duration.ofMillis(7_500));
        assertThat(Files.size(folder.resolve(recording.sid() + ".wav"))).isEqualTo(44 + 16 * 7_500);
        CallRecord dead = archive.call(call.sid()).orElseThrow();
        assertThat(dead.status()).isEqualTo(CallStatus.FAILED);
        assertThat(dead.endReason()).isEqualTo("node lost");
        assertThat(dead.ended()).contains(recording.created().plusMillis(7_500));
        assertThat(dead.answered()).isEqualTo(call.answered());
    }

    @Test
    void recordingWithoutAudioShouldFail() throws IOException {
        RecordingRecord empty = growing(1, 0);
        RecordingRecord fileless = recording(3, Status.IN_PROGRESS, Duration.ZERO);
        store.write(new Effect.SaveRecording(fileless));

        sweep();

        assertThat(archive.recording(empty.sid()).orElseThrow().status()).isEqualTo(Status.FAILED);
        assertThat(archive.recording(fileless.sid()).orElseThrow().status()).isEqualTo(Status.FAILED);
        assertThat(archive.recording(fileless.sid()).orElseThrow().reason()).isNotEmpty();
    }

    @Test
    void secondSweepShouldFindNothing() throws IOException {
        saved(1, CallStatus.RINGING);
        RecordingRecord recording = growing(1, 1_000);
        sweep();
        RecordingRecord once = archive.recording(recording.sid()).orElseThrow();

        assertThat(sweep(NOON.plusSeconds(900), INSTANCE)).isEqualTo(new DeadCalls.Closed(0, 0));
        assertThat(archive.recording(recording.sid())).contains(once);
    }

    @Test
    void callsThatRunOrHaveEndedShouldStayAsTheyAre() throws IOException {
        CallRecord running = saved(1, CallStatus.IN_PROGRESS);
        RecordingRecord growing = growing(1, 1_000);
        CallRecord busy = saved(2, CallStatus.BUSY);

        assertThat(sweep(running.sid())).isEqualTo(new DeadCalls.Closed(0, 0));
        assertThat(archive.call(running.sid())).contains(running);
        assertThat(archive.call(busy.sid())).contains(busy);
        assertThat(archive.recording(growing.sid()).orElseThrow().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void callsOfAnotherServerShouldBeItsOwnUntilTheyAreOlderThanCallsGet() {
        CallRecord call = saved(1, CallStatus.IN_PROGRESS);
        String other = "ID" + "9".repeat(32);

        assertThat(sweep(call.created().plus(LONGEST), other).calls()).isZero();
        assertThat(sweep(call.created().plus(LONGEST).plusSeconds(1), other).calls()).isEqualTo(1);
    }

    @Test
    void manyDeadCallsShouldAllBeClosed() {
        for (int number = 0; number < 1_203; number++) {
            saved(number, CallStatus.QUEUED);
        }
        assertThat(sweep(NOON.plusSeconds(5_000), INSTANCE).calls()).isEqualTo(1_203);
        assertThat(sweep(NOON.plusSeconds(5_000), INSTANCE).calls()).isZero();
    }
}
