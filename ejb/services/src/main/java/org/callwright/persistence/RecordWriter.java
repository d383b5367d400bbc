package org.callwright.persistence;

import java.time.Duration;
import java.util.List;
import org.callwright.call.Effect;

/**
 * Brings pending rows to the database, a batch per transaction. When a batch fails there are two cases. The database is
 * away, or can't write for a reason that passes: the rows are put back and tried again, with growing pauses, until it can.
 * The database refuses the batch: its rows are written one by one, in their order, and a row that is refused three times
 * is set aside with a numbered message so that it can't hold up the others. Ends when the queue is closed and empty, or by
 * interrupt.
 */
final class RecordWriter implements Runnable {

    static final int BATCH = 200;
    static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PendingRows pending;
    private final RowSink sink;
    private final Pause pause;
    private boolean away;

    /** How the writer waits; a test steps it. */
    interface Pause {

        void sleep(Duration time) throws InterruptedException;
    }

    RecordWriter(PendingRows pending, RowSink sink, Pause pause) {
        this.pending = pending;
        this.sink = sink;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            Duration wait = FIRST_PAUSE;
            List<Effect.Record> batch = pending.take(BATCH);
            while (!batch.isEmpty()) {
                if (written(batch)) {
                    pending.done();
                    databaseIsBack();
                    wait = FIRST_PAUSE;
                } else {
                    pending.putBack();
                    wait = pauseAndDouble(wait);
                }
                batch = pending.take(BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the database is away. */
    private boolean written(List<Effect.Record> rows) throws InterruptedException {
        try {
            sink.write(rows);
            return true;
        } catch (RuntimeException e) {
            if (isAway(e)) {
                return false;
            }
        }
        for (Effect.Record row : rows) {
            if (!writtenAlone(row)) {
                return false;
            }
        }
        return true;
    }

    private boolean writtenAlone(Effect.Record row) throws InterruptedException {
        Duration wait = FIRST_PAUSE;
        for (int refused = 1; ; refused++) {
            try {
                sink.write(List.of(row));
                return true;
            } catch (RuntimeException e) {
                if (isAway(e)) {
                    return false;
                }
                if (refused == TRIES) {
                    PersistenceLog.LOG.rowSetAside(PendingRows.sid(row), TRIES, e);
                    return true;
                }
            }
            wait = pauseAndDouble(wait);
        }
    }

    private Duration pauseAndDouble(Duration wait) throws InterruptedException {
        pause.sleep(wait);
        return wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** Whether it is no fault of the rows. */
    private boolean isAway(RuntimeException e) {
        boolean isAway = SqlTrouble.passes(e) || !sink.answers();
        if (isAway) {
            databaseIsAway(e);
        }
        return isAway;
    }

    private void databaseIsAway(RuntimeException e) {
        if (!away) {
            away = true;
            PersistenceLog.LOG.databaseAway(pending.size(), e);
        }
    }

    private void databaseIsBack() {
        if (away) {
            away = false;
            PersistenceLog.LOG.databaseBack(pending.size());
        }
    }
}
