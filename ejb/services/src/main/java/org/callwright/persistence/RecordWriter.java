package org.callwright.persistence;

import java.time.Duration;
import java.util.List;
import org.callwright.call.Effect;

/**
 * Brings pending rows to the database, a batch per transaction. When a batch fails there are two cases. The database is
 * away: the same batch is tried again, with growing pauses, until it is back. The database answers but refuses the
 * batch: its rows are written one by one, in their order, and a row that is refused three times is set aside with a
 * numbered message so that it can't hold up the others. Ends when the queue is closed and empty, or by interrupt.
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
            List<Effect.Record> batch = pending.take(BATCH);
            while (!batch.isEmpty()) {
                write(batch);
                pending.done();
                batch = pending.take(BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Effect.Record> rows) throws InterruptedException {
        Duration wait = FIRST_PAUSE;
        int refused = 0;
        while (true) {
            try {
                sink.write(rows);
                databaseIsBack();
                return;
            } catch (RuntimeException e) {
                if (!sink.answers()) {
                    databaseIsAway(e);
                } else if (rows.size() > 1) {
                    for (Effect.Record row : rows) {
                        write(List.of(row));
                    }
                    return;
                } else if (++refused >= TRIES) {
                    PersistenceLog.LOG.rowSetAside(PendingRows.sid(rows.get(0)), TRIES, e);
                    return;
                }
            }
            pause.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
        }
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
