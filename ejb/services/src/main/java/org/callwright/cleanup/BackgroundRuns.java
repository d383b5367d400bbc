package org.callwright.cleanup;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Carries work out on threads of its own, so that no timer waits for it. Closing asks what runs to stop, and waits a
 * little for the batch that it is at.
 */
public final class BackgroundRuns implements AutoCloseable {

    private static final Duration LAST_BATCH = Duration.ofSeconds(10);

    private final ExecutorService threads;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean closed;

    public BackgroundRuns(ExecutorService threads) {
        this.threads = threads;
    }

    /** Whether what runs is to stop. */
    public boolean closed() {
        return closed;
    }

    /**
     * Begins work of which there is one at a time.
     *
     * @return false: it is left out, because the one before it still runs
     */
    public boolean beginAlone(Runnable work) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        boolean begun = begin(() -> {
            try {
                work.run();
            } finally {
                running.set(false);
            }
        });
        if (!begun) {
            running.set(false);
        }
        return true;
    }

    /** Begins work, whatever else runs; whether it did, which it does not once this is closed. */
    public boolean begin(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            CleanupLog.LOG.debug("the server stops, no clean-up begins", e);
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_BATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
