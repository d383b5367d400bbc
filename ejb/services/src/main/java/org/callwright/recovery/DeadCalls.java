package org.callwright.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.engine.port.RecordStore;
import org.callwright.records.RecordArchive;
import org.callwright.records.UnfinishedRecords;
import org.callwright.recordings.RecordingFiles;

/**
 * Ends the rows of calls that nobody runs any more. A growing recording is mended and completed, or failed when it has
 * no audio; its call fails with the reason {@link #REASON}, at the time of the last sign of life that it left.
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

    /** How many rows got their end. */
    public record Closed(int calls, int recordings) {
    }

    public DeadCalls(UnfinishedRecords unfinished, RecordArchive archive, RecordStore store, RecordingFiles files,
            Clock clock) {
        this.unfinished = unfinished;
        this.archive = archive;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /** Closes what the judge calls dead. */
    public Closed close(Judge judge) {
        Map<CallSid, Instant> lastSigns = new HashMap<>();
        AtomicInteger recordings = new AtomicInteger();
        each(unfinished::recordings, recording -> recording.sid().value(), row -> {
            if (judge.dead(row.call(), row.created())) {
                present(row).map(this::ended).ifPresent(ended -> {
                    store.write(new Effect.SaveRecording(ended));
                    lastSigns.merge(ended.call(), ended.created().plus(ended.duration()), DeadCalls::later);
                    recordings.incrementAndGet();
                });
            }
        });
        AtomicInteger calls = new AtomicInteger();
        each(unfinished::calls, call -> call.sid().value(), row -> {
            if (judge.dead(row.sid(), row.created())) {
                present(row).ifPresent(call -> {
                    store.write(new Effect.SaveCall(ended(call, lastSigns.getOrDefault(call.sid(), call.updated()))));
                    calls.incrementAndGet();
                });
            }
        });
        return new Closed(calls.get(), recordings.get());
    }

    /** The row as it is after the judgement: a call that ended in between has written its end by then. */
    private Optional<RecordingRecord> present(RecordingRecord row) {
        return archive.recording(row.sid()).filter(now -> now.status() == RecordingRecord.Status.IN_PROGRESS);
    }

    private Optional<CallRecord> present(CallRecord row) {
        return archive.call(row.sid()).filter(now -> !now.status().terminal());
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
                audio ? "" : NO_AUDIO);
    }

    private CallRecord ended(CallRecord call, Instant lastSign) {
        return new CallRecord(call.sid(), call.account(), call.parent(), call.number(), call.from(), call.to(),
                call.callerName(), call.forwardedFrom(), call.direction(), CallStatus.FAILED, call.created(),
                clock.instant(), call.ringing(), call.answered(), Optional.of(later(lastSign, call.updated())),
                call.sipStatus(), REASON);
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
