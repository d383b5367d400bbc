package org.callwright.media.jsr309;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * What follows from the events of one session: piece by piece, in their order, on whichever thread of a pool is free.
 * So a session whose implementation does not come back from a call holds up nobody else.
 */
final class EventQueue {

    private final Executor pool;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    EventQueue(Executor pool) {
        this.pool = pool;
    }

    void add(Runnable work) {
        synchronized (this) {
            waiting.add(work);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            pool.execute(this::run);
        } catch (RejectedExecutionException e) {
            run();
        }
    }

    private void run() {
        for (Runnable work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                Jsr309Messages.receiverFailed(e);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable work = waiting.poll();
        running = work != null;
        return work;
    }
}
