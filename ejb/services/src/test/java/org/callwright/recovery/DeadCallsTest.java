package org.callwright.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.records.SampleRecords.ACME;
import static org.callwright.records.SampleRecords.NOON;
import static org.callwright.records.SampleRecords.call;
import static org.callwright.records.SampleRecords.callSid;
import static org.callwright.records.SampleRecords.hex;
import static org.callwright.records.SampleRecords.recording;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.callbacks.CallbackOutbox;
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
    private boolean rowsOnDisk;

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
        return new DeadCalls(stores.unfinished(rowsOnDisk), archive, store, files, clock, "https://voice.example")
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
    void gsmRecordingOfADeadCallShouldEndWithItsLastWholeFrame() throws IOException {
        saved(1, CallStatus.IN_PROGRESS);
        RecordingRecord wav = recording(1, Status.IN_PROGRESS, Duration.ZERO);
        RecordingRecord row = new RecordingRecord(wav.sid(), wav.account(), wav.call(), wav.created(), wav.updated(),
                wav.status(), wav.duration(), wav.reason(), RecordingFormat.GSM);
        store.write(new Effect.SaveRecording(row));
        Path file = Files.write(folder.resolve(row.sid() + ".gsm"), new byte[33 * 75 + 20]);

        assertThat(sweep()).isEqualTo(new DeadCalls.Closed(1, 1));

        RecordingRecord ended = archive.recording(row.sid()).orElseThrow();
        assertThat(ended.status()).isEqualTo(Status.COMPLETED);
        assertThat(ended.duration()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(ended.format()).isEqualTo(RecordingFormat.GSM);
        assertThat(Files.size(file)).isEqualTo(33 * 75);
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

    private CallbackRecord held(int number, CallSid call, Parameter... parameters) {
        CallbackRecord callback = new CallbackRecord(new CallbackSid("CB" + hex(number)), ACME, call, NOON, 3,
                new WebRequest(new WebTarget(URI.create("https://app.example/status"), HttpMethod.POST),
                        List.of(parameters)));
        store.write(new Effect.HoldCallback(callback));
        return callback;
    }

    private List<CallbackRecord> due() {
        return stores.outbox().due(NOON.plusSeconds(9_000), 10).stream().map(CallbackOutbox.Due::callback).toList();
    }

    @Test
    void endOfADeadCallShouldBeToldBehindAllThatTheCallTold() {
        CallRecord call = saved(1, CallStatus.IN_PROGRESS);
        CallbackRecord held = held(7, call.sid(), new Parameter("CallSid", call.sid().value()),
                new Parameter("CallStatus", "ringing"));
        store.write(new Effect.QueueCallback(new CallbackRecord(new CallbackSid("CB" + hex(8)), ACME, call.sid(), NOON, 9,
                held.request())));
        assertThat(due()).hasSize(1);

        sweep();

        assertThat(due()).extracting(CallbackRecord::sid).containsExactly(new CallbackSid("CB" + hex(8)));
        stores.outbox().delivered(new CallbackSid("CB" + hex(8)));
        assertThat(due()).singleElement().satisfies(told -> {
            assertThat(told.sid()).isEqualTo(held.sid());
            assertThat(told.request().parameters()).containsExactly(
                    new Parameter("CallSid", call.sid().value()), new Parameter("CallStatus", "failed"));
        });
        sweep();
        stores.outbox().delivered(held.sid());
        sweep();
        assertThat(due()).isEmpty();
    }

    @Test
    void whoOrderedADeadCallShouldBeToldItsLengthAndItsRecording() throws IOException {
        CallRecord call = saved(1, CallStatus.IN_PROGRESS);
        RecordingRecord recording = growing(1, 7_500);
        held(7, call.sid(), new Parameter("CallStatus", "completed"), new Parameter("CallDuration", "0"),
                new Parameter("Timestamp", "then"), new Parameter("SequenceNumber", "3"));

        sweep();

        assertThat(due()).singleElement().satisfies(told -> assertThat(told.request().parameters()).containsExactly(
                new Parameter("CallStatus", "completed"), new Parameter("CallDuration", "6"),
                new Parameter("RecordingUrl", "https://voice.example/restcomm/2012-04-24/Accounts/" + ACME
                        + "/Recordings/" + recording.sid() + ".wav"),
                new Parameter("RecordingSid", recording.sid().value()), new Parameter("RecordingDuration", "7.500"),
                new Parameter("Timestamp", "Sun, 22 Nov 2026 12:00:08 +0000"), new Parameter("SequenceNumber", "3")));
    }

    @Test
    void endOfARunningCallShouldStayWithTheCall() {
        CallRecord call = saved(1, CallStatus.IN_PROGRESS);
        CallbackRecord held = held(7, call.sid(), new Parameter("CallStatus", "ringing"));
        sweep(call.sid());
        assertThat(due()).isEmpty();

        store.write(new Effect.QueueCallback(held));
        assertThat(due()).containsExactly(held);
    }

    @Test
    void nothingShouldBeJudgedWhileNewerRowsWaitOnTheDisk() {
        CallRecord call = saved(1, CallStatus.IN_PROGRESS);
        rowsOnDisk = true;
        assertThat(sweep()).isEqualTo(new DeadCalls.Closed(0, 0));
        assertThat(archive.call(call.sid())).contains(call);
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
