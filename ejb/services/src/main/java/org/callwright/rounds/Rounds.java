package org.callwright.rounds;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Repeats a piece of work on a thread of its own; one that fails is told once and tried again. */
public final class Rounds implements AutoCloseable {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Bell bell;
    private final Supplier<Duration> round;
    private final Consumer<RuntimeException> failed;
    private volatile boolean closed;
    private boolean failing;

    /**
     * Makes rounds, which begin with {@link #startOn}.
     *
     * @param bell the next round is when it rings, if not before
     * @param round gives the pause to the next one
     * @param failed is told of the first failure after a success
     */
    public Rounds(Bell bell, Supplier<Duration> round, Consumer<RuntimeException> failed) {
        this.bell = bell;
        this.round = round;
        this.failed = failed;
    }

    /** Begins, on a daemon thread of that name. */
    public void startOn(ThreadFactory threads, String name) {
        Thread thread = threads.newThread(this::run);
        thread.setName(name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                bell.await(roundOrPause());
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
                failed.accept(e);
            }
            return AFTER_FAILURE;
        }
    }

    /** Ends after the round that runs. */
    @Override
    public void close() {
        closed = true;
        bell.ring();
    }
}
