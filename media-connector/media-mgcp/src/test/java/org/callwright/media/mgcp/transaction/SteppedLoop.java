package org.callwright.media.mgcp.transaction;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** A loop whose time passes when a test says so. */
final class SteppedLoop implements Loop {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private long now;
    private long numbers;

    private record Timer(long at, long number, Runnable work) {
    }

    @Override
    public void execute(Runnable given) {
        work.add(given);
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable given) {
        Timer timer = new Timer(now + delay.toNanos(), numbers++, given);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** Runs what is there to run. */
    void run() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Lets time pass. */
    void pass(Duration length) {
        long end = now + length.toNanos();
        run();
        while (!timers.isEmpty() && timers.peek().at() <= end) {
            Timer timer = timers.remove();
            now = timer.at();
            timer.work().run();
            run();
        }
        now = end;
    }

    /** How many timers are running. */
    int timers() {
        return timers.size();
    }
}
