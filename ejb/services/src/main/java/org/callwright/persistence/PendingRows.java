package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.callwright.call.Effect;
import org.callwright.settings.Settings;

/**
 * Rows on their way to the database, in the order they were given. A row that is given again while the old one waits
 * takes its place at the end, so that a call which changes ten times is written once, and nothing given later is ever
 * visible before something given earlier. Rows stay visible to {@link #find} until the writer has {@link #done written}
 * them.
 *
 * <p>A batch is given {@link #LINGER} to gather: the states of a short call become one row, and the cost of a
 * transaction is shared by the calls of that time. Who reads by SID sees the rows meanwhile.
 *
 * <p>When the database is away, the queue is full or nobody writes any more, rows go to a {@link RowJournal} on the disk
 * and all that come later go behind them, until the writer has emptied it. They are out of sight there.
 *
 * <p>The lock is an object inside, and no method is {@code synchronized}: the container's proxy repeats that word, and
 * whoever waits in {@link #take} would then keep everybody else out of the proxy.
 */
@ApplicationScoped
public class PendingRows {

    static final int CAPACITY = 100_000;
    static final Duration LINGER = Duration.ofMillis(50);

    private final int capacity;
    private final Duration linger;
    private final Optional<RowJournal> journal;
    private final Map<String, Effect.Record> waiting = new LinkedHashMap<>();
    private final Map<String, Effect.Record> beingWritten = new LinkedHashMap<>();
    private int enough = 1;
    private int readFromDisk;
    private boolean closed;

    /** Without a journal. */
    public PendingRows() {
        this(CAPACITY, LINGER);
    }

    @Inject
    public PendingRows(Settings settings) {
        this(CAPACITY, LINGER, Optional.of(new RowJournal(settings.data().resolve("rows-waiting"))));
    }

    PendingRows(int capacity, Duration linger) {
        this(capacity, linger, Optional.empty());
    }

    PendingRows(int capacity, Duration linger, Optional<RowJournal> journal) {
        this.capacity = capacity;
        this.linger = linger;
        this.journal = journal;
    }

    /** Takes the row; false when there is room neither in memory nor on the disk. */
    boolean put(Effect.Record row) {
        synchronized (waiting) {
            String sid = sid(row);
            if (closed || onDisk() || waiting.size() >= capacity && !waiting.containsKey(sid)) {
                return journal.filter(disk -> disk.append(List.of(row))).isPresent();
            }
            waiting.remove(sid);
            waiting.put(sid, row);
            if (waiting.size() == 1 || waiting.size() == enough) {
                waiting.notifyAll();
            }
            return true;
        }
    }

    /** The oldest rows, waiting for the first and then for more; empty when closed and nothing is left. */
    List<Effect.Record> take(int most) throws InterruptedException {
        synchronized (waiting) {
            enough = most;
            readDisk(most);
            while (waiting.isEmpty() && !closed) {
                waiting.wait();
            }
            gather(most);
            Iterator<Map.Entry<String, Effect.Record>> oldest = waiting.entrySet().iterator();
            while (oldest.hasNext() && beingWritten.size() < most) {
                Map.Entry<String, Effect.Record> entry = oldest.next();
                beingWritten.put(entry.getKey(), entry.getValue());
                oldest.remove();
            }
            return new ArrayList<>(beingWritten.values());
        }
    }

    private void readDisk(int most) {
        if (!waiting.isEmpty() || !onDisk()) {
            return;
        }
        RowJournal disk = journal.orElseThrow();
        List<Effect.Record> rows = disk.read(most);
        readFromDisk = rows.size();
        rows.forEach(row -> {
            waiting.remove(sid(row));
            waiting.put(sid(row), row);
        });
        if (rows.isEmpty()) {
            disk.written(0);
        }
    }

    private void gather(int most) throws InterruptedException {
        long until = System.nanoTime() + linger.toNanos();
        long left = linger.toNanos();
        while (waiting.size() < most && !closed && !onDisk() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(waiting, left);
            left = until - System.nanoTime();
        }
    }

    /** What was taken last is written, or given up. */
    void done() {
        synchronized (waiting) {
            beingWritten.clear();
            if (readFromDisk > 0) {
                journal.orElseThrow().written(readFromDisk);
                readFromDisk = 0;
            }
        }
    }

    /** What was taken last could not be written: it and all that waits is taken again, and stands on the disk till then. */
    void putBack() {
        synchronized (waiting) {
            Map<String, Effect.Record> newer = new LinkedHashMap<>(waiting);
            waiting.clear();
            beingWritten.forEach((sid, row) -> {
                if (!newer.containsKey(sid)) {
                    waiting.put(sid, row);
                }
            });
            waiting.putAll(newer);
            beingWritten.clear();
            if (readFromDisk > 0) {
                readFromDisk = 0;
                waiting.clear();
                journal.orElseThrow().rewind();
            } else if (journal.filter(disk -> disk.prepend(List.copyOf(waiting.values()))).isPresent()) {
                waiting.clear();
            }
        }
    }

    /** Whether there are rows that {@link #find} does not see. */
    boolean onDisk() {
        synchronized (waiting) {
            return journal.filter(disk -> !disk.isEmpty()).isPresent();
        }
    }

    /** Rows that come now are for the next start; what waits may still be taken. */
    void close() {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
    }

    /** The newest state of the row with this SID that is not yet written. */
    <T extends Effect.Record> Optional<T> find(String sid, Class<T> type) {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.getOrDefault(sid, beingWritten.get(sid)))
                    .filter(type::isInstance)
                    .map(type::cast);
        }
    }

    int size() {
        synchronized (waiting) {
            return waiting.size() + beingWritten.size() + journal.map(RowJournal::size).orElse(0) - readFromDisk;
        }
    }

    static String sid(Effect.Record row) {
        if (row instanceof Effect.SaveCall save) {
            return save.call().sid().value();
        }
        if (row instanceof Effect.SaveSay save) {
            return save.say().sid().value();
        }
        if (row instanceof Effect.SaveRecording save) {
            return save.recording().sid().value();
        }
        if (row instanceof Effect.DropRecording drop) {
            return drop.recording().value();
        }
        if (row instanceof Effect.SaveMessage save) {
            return MessageEntity.sid(save.message());
        }
        if (row instanceof Effect.QueueCallback queue) {
            return queue.callback().sid().value();
        }
        if (row instanceof Effect.HoldCallback hold) {
            return hold.callback().sid().value();
        }
        return ((Effect.SaveNotification) row).notification().sid().value();
    }
}
