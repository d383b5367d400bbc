package org.callwright.sip.container.dispatch;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.callwright.sip.container.SipLog;

/**
 * Runs the messages of one call (one Call-ID) in the order they came, and different calls side by side. Without it an
 * ACK and the BYE right behind it may be handled the wrong way round, as two threads race for them. A call has a
 * mailbox only while a message of it waits or runs.
 */
final class CallOrderedExecutor {
    private final Map<String, Queue<Runnable>> mailboxes = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Long> since = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor workers;

    CallOrderedExecutor(int threads) {
        workers = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "sip-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        // threads made later would inherit the class loader of whatever application made them
        workers.prestartAllCoreThreads();
    }

    void execute(String call, Runnable task) {
        mailboxes.compute(call, (id, mailbox) -> {
            Queue<Runnable> tasks = mailbox;
            if (tasks == null) {
                tasks = new ArrayDeque<>();
                if (!submit(id)) {
                    return null;
                }
            }
            tasks.add(task);
            waiting.incrementAndGet();
            return tasks;
        });
    }

    /** Messages that have not been started yet. */
    int waiting() {
        return waiting.get();
    }

    /** How long the call that is next has waited for a worker, in nanoseconds; 0 when none waits. */
    long longestWait() {
        Long oldest = since.peek();
        return oldest == null ? 0 : System.nanoTime() - oldest;
    }

    void shutdown() {
        workers.shutdownNow();
        mailboxes.clear();
    }

    private boolean submit(String call) {
        since.add(System.nanoTime());
        try {
            workers.execute(() -> runNext(call));
            return true;
        } catch (RejectedExecutionException stopped) {
            since.poll();
            return false;
        }
    }

    private void runNext(String call) {
        since.poll();
        Runnable[] next = new Runnable[1];
        mailboxes.computeIfPresent(call, (id, tasks) -> {
            next[0] = tasks.peek();
            return tasks;
        });
        if (next[0] == null) {
            return;
        }
        waiting.decrementAndGet();
        try {
            next[0].run();
        } catch (RuntimeException | Error e) {
            SipLog.ROOT.processingFailed(e);
        }
        mailboxes.computeIfPresent(call, (id, tasks) -> {
            tasks.remove();
            return tasks.isEmpty() || !submit(id) ? null : tasks;
        });
    }
}
