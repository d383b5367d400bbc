package org.callwright.engine.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Says whether a new call may come in, counts those inside, and lets the engine wait until all have left. Calls that
 * would wait longer than {@link #LONGEST_WAIT} to begin are better off elsewhere, at once.
 */
final class Admission {

    static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final int capacity;
    private final Supplier<Duration> wait;
    private boolean open;
    private int inside;

    /**
     * Makes one that is closed.
     *
     * @param wait how long calls wait now until they begin
     */
    Admission(int capacity, Supplier<Duration> wait) {
        this.capacity = capacity;
        this.wait = wait;
    }

    synchronized void open() {
        open = true;
    }

    synchronized void close() {
        open = false;
    }

    /** Empty: let in, and {@link #leave} is owed. Otherwise the reason why not. */
    synchronized Optional<String> enter() {
        Optional<String> closed = closedReason();
        if (closed.isPresent()) {
            return closed;
        }
        if (inside >= capacity) {
            return Optional.of("the limit of " + capacity + " calls is reached");
        }
        if (overloaded()) {
            return Optional.of("new calls wait longer than " + LONGEST_WAIT.toMillis() + " ms");
        }
        inside++;
        return Optional.empty();
    }

    boolean overloaded() {
        return wait.get().compareTo(LONGEST_WAIT) > 0;
    }

    /** For calls that are there already. */
    synchronized void enterAnyway() {
        inside++;
    }

    synchronized void leave() {
        inside--;
        if (inside == 0) {
            notifyAll();
        }
    }

    synchronized Optional<String> closedReason() {
        return open ? Optional.empty() : Optional.of("the SIP application is not attached");
    }

    /** Whether all have left within the limit. */
    synchronized boolean awaitEmpty(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (inside > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return inside == 0;
        }
    }
}
