package org.callwright.phone.media;

import java.util.concurrent.locks.LockSupport;

/** Does something every 20 ms on a thread of its own, by absolute deadlines, so a late time does not shift the next. */
public final class Metronome implements AutoCloseable {

    public static final int TICK_MILLIS = 20;
    private static final long TICK_NANOS = TICK_MILLIS * 1_000_000L;

    private final String name;
    private final Runnable work;
    private volatile boolean running = true;
    private volatile Thread thread;

    public Metronome(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** Begins; does nothing when it has begun. */
    public synchronized void start() {
        if (thread == null && running) {
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MAX_PRIORITY);
            thread.start();
        }
    }

    private void run() {
        long deadline = System.nanoTime();
        while (running) {
            work.run();
            deadline += TICK_NANOS;
            for (long wait = deadline - System.nanoTime(); wait > 0 && running; wait = deadline - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }
}
