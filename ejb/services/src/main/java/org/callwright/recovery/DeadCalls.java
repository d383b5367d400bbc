package org.callwright.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.callwright.call.Effect;
import org.callwright.call.machine.LateTelling;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.engine.port.RecordStore;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.records.RecordFilter;
import org.callwright.records.UnfinishedRecords;
import org.callwright.recordings.RecordingFiles;

/**
 * Ends the rows of calls that nobody runs any more. A growing recording is mended and completed, or failed when it has
 * no audio; its call fails with the reason {@link #REASON}, at the time of the last sign of life that it left; and the
 * callbacks that were held for the end of the call are sent.
 *
 * <p>It looks at each row as it is now and writes final rows by the ordered record store only, so that running twice, or
 * twice at once, leaves the same rows as running once.
 */
public final class DeadCalls {

    public static final String REASON = "node lost";
    static final String NO_AUDIO = "node lost before there was audio";
    private static final int BATCH = 500;

    private final UnfinishedRecords unfinished;
    private final RecordArchive archive;
    private final RecordStore store;
    private final RecordingFiles files;
    private final Clock clock;
    private final String publicBaseUrl;

    /** How many rows got their end. */
    public record Closed(int calls, int recordings) {
    }

    public DeadCalls(UnfinishedRecords unfinished, RecordArchive archive, RecordStore store, RecordingFiles files,
            Clock clock, String publicBaseUrl) {
        this.unfinished = unfinished;
        this.archive = archive;
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.publicBaseUrl = publicBaseUrl;
    }

    /** Closes what the judge calls dead; nothing as long as newer rows wait on the disk. */
    public Closed close(Judge judge) {
        if (!unfinished.complete()) {
            return new Closed(0, 0);
        }
        Map<CallSid, RecordingRecord> mended = new HashMap<>();
        AtomicInteger recordings = new AtomicInteger();
        each(unfinished::recordings, recording -> recording.sid().value(), row -> {
            if (judge.dead(row.call(), row.created())) {
                present(row).map(this::ended).ifPresent(ended -> {
                    store.write(new Effect.SaveRecording(ended));
                    mended.merge(ended.call(), ended, DeadCalls::later);
                    recordings.incrementAndGet();
                });
            }
        });
        AtomicInteger calls = new AtomicInteger();
        each(unfinished::calls, call -> call.sid().value(), row -> {
            if (judge.dead(row.sid(), row.created())) {
                present(row).ifPresent(call -> {
                    Instant lastSign = Optional.ofNullable(mended.get(call.sid())).map(DeadCalls::end)
                            .orElse(call.updated());
                    store.write(new Effect.SaveCall(ended(call, lastSign)));
                    calls.incrementAndGet();
                });
            }
        });
        each(unfinished::heldCallbacks, callback -> callback.sid().value(), callback -> {
            if (judge.dead(callback.call(), callback.created())) {
                send(callback, Optional.ofNullable(mended.get(callback.call())));
            }
        });
        return new Closed(calls.get(), recordings.get());
    }

    private void send(CallbackRecord held, Optional<RecordingRecord> mended) {
        Optional<CallRecord> call = archive.call(held.call()).filter(ended -> ended.status().terminal());
        if (call.isPresent() && unfinished.held(held.sid()) && unfinished.complete()) {
            Optional<RecordingRecord> recording = mended.or(() -> lastOf(held))
                    .filter(last -> last.status() == RecordingRecord.Status.COMPLETED);
            store.write(new Effect.QueueCallback(LateTelling.of(held, call.get(), recording, publicBaseUrl)));
        }
    }

    private Optional<RecordingRecord> lastOf(CallbackRecord callback) {
        return archive.recordings(RecordFilter.of(callback.account(), callback.call()), PageRequest.first(BATCH)).rows()
                .stream().filter(row -> row.status() == RecordingRecord.Status.COMPLETED)
                .max(Comparator.comparing(DeadCalls::end));
    }

    /** The row as it is after the judgement: a call that ended in between has written its end by then. */
    private Optional<RecordingRecord> present(RecordingRecord row) {
        return archive.recording(row.sid()).filter(now -> now.status() == RecordingRecord.Status.IN_PROGRESS)
                .filter(now -> unfinished.complete());
    }

    private Optional<CallRecord> present(CallRecord row) {
        return archive.call(row.sid()).filter(now -> !now.status().terminal())
                .filter(now -> unfinished.complete());
    }

    private <T> void each(Rows<T> rows, Function<T, String> sid, Consumer<T> work) {
        Instant now = clock.instant();
        List<T> batch = rows.find(now, "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(work);
            batch = batch.size() < BATCH ? List.of() : rows.find(now, sid.apply(batch.get(batch.size() - 1)), BATCH);
        }
    }

    private interface Rows<T> {

        List<T> find(Instant before, String after, int most);
    }

    private RecordingRecord ended(RecordingRecord row) {
        Duration length = files.repair(row.sid());
        boolean audio = !length.isZero();
        return new RecordingRecord(row.sid(), row.account(), row.call(), row.created(), clock.instant(),
                audio ? RecordingRecord.Status.COMPLETED : RecordingRecord.Status.FAILED, length,
                audio ? "" : NO_AUDIO, row.format());
    }

    private CallRecord ended(CallRecord call, Instant lastSign) {
        return call.ended(CallStatus.FAILED, clock.instant(), later(lastSign, call.updated()), REASON);
    }

    private static Instant end(RecordingRecord recording) {
        return recording.created().plus(recording.duration());
    }

    private static RecordingRecord later(RecordingRecord one, RecordingRecord other) {
        return end(one).isAfter(end(other)) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Says whether the call of these rows is dead, from its SID and the time when the row was made. */
    @FunctionalInterface
    public interface Judge {

        boolean dead(CallSid call, Instant created);
    }
}
