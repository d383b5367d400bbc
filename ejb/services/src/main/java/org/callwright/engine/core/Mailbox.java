package org.callwright.engine.core;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callwright.call.CallEvent;

/**
 * The events of one session, handled one after the other by whichever worker is free. It is in the executor at most
 * once, and gives its worker back after a batch, so that a busy call can't starve the others.
 *
 * <p>It is bounded. A peer can flood a call only with digits and provisional answers; those are dropped from
 * {@link #SOFT_LIMIT} on. Everything else answers an effect or ends the call and is always taken, up to
 * {@link #HARD_LIMIT}: a call that gets there is out of order and its owner is told once to end it.
 */
final class Mailbox implements Runnable {

    static final int SOFT_LIMIT = 128;
    static final int HARD_LIMIT = 1_024;
    private static final int BATCH = 16;

    /** What became of an event. */
    enum Verdict { TAKEN, DROPPED, OVERFLOWED }

    private final Workers workers;
    private final Consumer<CallEvent> handler;
    private final ArrayDeque<CallEvent> events = new ArrayDeque<>();
    private boolean begun;
    private boolean running;
    private boolean overflowed;
    private boolean closed;

    Mailbox(Workers workers, Consumer<CallEvent> handler) {
        this.workers = workers;
        this.handler = handler;
    }

    /** {@link Verdict#OVERFLOWED} is told once in a mailbox's life; after it nothing but a hang-up gets in. */
    Verdict offer(CallEvent event) {
        boolean first;
        synchronized (this) {
            if (closed || events.size() >= SOFT_LIMIT && isFloodable(event)) {
                return Verdict.DROPPED;
            }
            if (events.size() >= HARD_LIMIT && !(event instanceof CallEvent.HangupRequested)) {
                Verdict verdict = overflowed ? Verdict.DROPPED : Verdict.OVERFLOWED;
                overflowed = true;
                return verdict;
            }
            if (events.size() >= 2 * HARD_LIMIT) {
                return Verdict.DROPPED;
            }
            events.add(event);
            if (running) {
                return Verdict.TAKEN;
            }
            running = true;
            first = !begun;
            begun = true;
        }
        if (first) {
            workers.begin(this);
        } else {
            workers.execute(this);
        }
        return Verdict.TAKEN;
    }

    /** Does the work on the calling thread; events that come meanwhile wait for it. Only for a mailbox nobody knows. */
    <T> T first(Supplier<T> work) {
        synchronized (this) {
            begun = true;
            running = true;
        }
        try {
            return work.get();
        } finally {
            handOver();
        }
    }

    /** Throws away what waits, and what still comes. */
    synchronized void close() {
        closed = true;
        events.clear();
    }

    @Override
    public void run() {
        for (int i = 0; i < BATCH; i++) {
            CallEvent event = next();
            if (event == null) {
                return;
            }
            handler.accept(event);
        }
        handOver();
    }

    private void handOver() {
        synchronized (this) {
            if (events.isEmpty()) {
                running = false;
                return;
            }
        }
        workers.execute(this);
    }

    private synchronized CallEvent next() {
        CallEvent event = events.poll();
        running = event != null;
        return event;
    }

    private static boolean isFloodable(CallEvent event) {
        return event instanceof CallEvent.DigitPressed || event instanceof CallEvent.Progressed;
    }
}
