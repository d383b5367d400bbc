package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.callwright.call.Effect;
import org.callwright.engine.port.RecordStore;

/**
 * The engine's record store: puts rows into the queue of {@link PendingRows} and returns. When there is room neither in
 * memory nor on the disk, rows are lost; the first one is told at once and the count when there is room again.
 */
@ApplicationScoped
public class QueuedRecordStore implements RecordStore {

    private final PendingRows pending;
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();

    /** For the container's proxy. */
    protected QueuedRecordStore() {
        this(null);
    }

    @Inject
    public QueuedRecordStore(PendingRows pending) {
        this.pending = pending;
    }

    @Override
    public void write(Effect.Record record) {
        if (pending.put(record)) {
            if (full.compareAndSet(true, false)) {
                PersistenceLog.LOG.queueHasRoomAgain(lost.getAndSet(0));
            }
            return;
        }
        lost.incrementAndGet();
        if (full.compareAndSet(false, true)) {
            PersistenceLog.LOG.queueFull(pending.size());
        }
    }
}
