package org.callwright.tms;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Repeats a piece of work on a thread of its own; one that fails is told once and tried again. */
final class Rounds implements AutoCloseable {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final String name;
    private final Supplier<Duration> round;
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean closed;
    private boolean failing;

    /** @param round gives the pause to the next one */
    Rounds(String name, Supplier<Duration> round) {
        this.name = name;
        this.round = round;
    }

    void startOn(ThreadFactory threads) {
        Thread thread = threads.newThread(this::run);
        thread.setName("callwright-tms-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The next round is now. */
    void ring() {
        rung.release();
    }

    private void run() {
        try {
            while (!closed) {
                if (rung.tryAcquire(roundOrPause().toMillis(), TimeUnit.MILLISECONDS)) {
                    rung.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration roundOrPause() {
        try {
            Duration pause = round.get();
            failing = false;
            return pause;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                TmsLog.LOG.roundFailed(name, e);
            }
            return AFTER_FAILURE;
        }
    }

    /** Ends after the round that runs. */
    @Override
    public void close() {
        closed = true;
        ring();
    }
}
