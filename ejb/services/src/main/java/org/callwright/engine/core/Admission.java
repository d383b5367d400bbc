package org.callwright.engine.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Says whether a new call may come in, counts those inside, and lets the engine wait until all have left. */
final class Admission {

    private final int capacity;
    private boolean open;
    private int inside;

    Admission(int capacity) {
        this.capacity = capacity;
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
        inside++;
        return Optional.empty();
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
