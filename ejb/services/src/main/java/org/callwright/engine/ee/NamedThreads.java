package org.callwright.engine.ee;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives the threads of one pool a name of their own, {@code callwright-NAME-1} and so on. */
final class NamedThreads implements ThreadFactory {

    private final ThreadFactory threads;
    private final String name;
    private final AtomicInteger number = new AtomicInteger();

    NamedThreads(ThreadFactory threads, String name) {
        this.threads = threads;
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName("callwright-" + name + "-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
