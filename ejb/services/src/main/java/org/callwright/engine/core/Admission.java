package org.callwright.engine.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Says whether a new call may come in, counts those inside, and lets the engine wait until all have left. Calls that
 * would wait longer than {@link #LONGEST_WAIT} to begin, or for which there is no memory, are better off elsewhere, at
 * once.
 */
final class Admission {

    static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final int capacity;
    private final Workers workers;
    private boolean open;
    private int inside;

    /** Makes one that is closed. */
    Admission(int capacity, Workers workers) {
        this.capacity = capacity;
        this.workers = workers;
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
        if (waitsTooLong()) {
            return Optional.of("new calls wait longer than " + LONGEST_WAIT.toMillis() + " ms");
        }
        if (workers.shortOfMemory()) {
            return Optional.of("the collector is behind, there is too little memory for more calls");
        }
        inside++;
        return Optional.empty();
    }

    boolean overloaded() {
        return waitsTooLong() || workers.shortOfMemory();
    }

    private boolean waitsTooLong() {
        return workers.longestWait().compareTo(LONGEST_WAIT) > 0;
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
