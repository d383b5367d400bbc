package org.callwright.engine.core;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A fixed number of threads. What calls under way wait for goes first, so that a server with more to do than it can
 * finishes what it has begun, and the wait gathers where it can be seen: with the calls that have not begun, which can
 * still be refused.
 */
public final class WorkerThreads implements Workers, AutoCloseable {

    private final ThreadPoolExecutor pool;
    private final AtomicLong number = new AtomicLong();
    private final Queue<Long> beginnings = new ConcurrentLinkedQueue<>();
    private final BooleanSupplier shortOfMemory;

    /** @param shortOfMemory whether there is too little memory for more calls to begin; asked often */
    public WorkerThreads(int threads, ThreadFactory factory, BooleanSupplier shortOfMemory) {
        this.shortOfMemory = shortOfMemory;
        pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), factory);
        // the first tasks would otherwise be given to new threads and not wait their turn
        pool.prestartAllCoreThreads();
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(new Task(false, number.incrementAndGet(), work));
    }

    @Override
    public void begin(Runnable work) {
        beginnings.add(System.nanoTime());
        try {
            pool.execute(new Task(true, number.incrementAndGet(), () -> {
                beginnings.poll();
                work.run();
            }));
        } catch (RuntimeException e) {
            beginnings.poll();
            throw e;
        }
    }

    @Override
    public Duration longestWait() {
        return Optional.ofNullable(beginnings.peek())
                .map(since -> Duration.ofNanos(System.nanoTime() - since))
                .orElse(Duration.ZERO);
    }

    @Override
    public boolean shortOfMemory() {
        return shortOfMemory.getAsBoolean();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** In its kind's order of arrival. */
    private record Task(boolean begins, long number, Runnable work) implements Runnable, Comparable<Task> {

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Task other) {
            return begins == other.begins ? Long.compare(number, other.number) : Boolean.compare(begins, other.begins);
        }
    }
}
