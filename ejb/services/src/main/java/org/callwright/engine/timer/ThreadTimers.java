package org.callwright.engine.timer;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.callwright.call.value.CallSid;
import org.callwright.engine.port.TimerPort;

/**
 * Timers on one thread. What fires only posts an event, so one thread serves all calls; stopped timers leave the queue
 * at once, so that a long call leaves no heap of dead ones.
 */
public final class ThreadTimers implements TimerPort, AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;
    private final Map<CallSid, Map<Long, Timer>> timers = new HashMap<>();

    /** One started timer; known by its identity, so that one which fires late does not take its successor's place. */
    private static final class Timer {
        private Future<?> task;
    }

    public ThreadTimers(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public synchronized void start(CallSid leg, long number, Duration delay, Runnable onFire) {
        stop(leg, number);
        Timer timer = new Timer();
        timers.computeIfAbsent(leg, any -> new HashMap<>()).put(number, timer);
        try {
            timer.task = executor.schedule(
                    () -> fire(leg, number, timer, onFire), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            remove(leg, number);
        }
    }

    @Override
    public synchronized void stop(CallSid leg, long number) {
        Timer timer = remove(leg, number);
        if (timer != null) {
            timer.task.cancel(false);
        }
    }

    @Override
    public synchronized void stopAll(CallSid leg) {
        Map<Long, Timer> ofLeg = timers.remove(leg);
        if (ofLeg != null) {
            ofLeg.values().forEach(timer -> timer.task.cancel(false));
        }
    }

    /** Timers that are running. */
    synchronized int size() {
        return timers.values().stream().mapToInt(Map::size).sum();
    }

    /** Nothing fires any more. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void fire(CallSid leg, long number, Timer timer, Runnable onFire) {
        synchronized (this) {
            if (timers.getOrDefault(leg, Map.of()).get(number) != timer) {
                return;
            }
            remove(leg, number);
        }
        try {
            onFire.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.timerFailed(e);
        }
    }

    private Timer remove(CallSid leg, long number) {
        Map<Long, Timer> ofLeg = timers.get(leg);
        if (ofLeg == null) {
            return null;
        }
        Timer timer = ofLeg.remove(number);
        if (ofLeg.isEmpty()) {
            timers.remove(leg);
        }
        return timer;
    }
}
