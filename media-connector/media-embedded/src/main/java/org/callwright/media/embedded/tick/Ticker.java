package org.callwright.media.embedded.tick;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One thread that calls its {@link Ticked} every 20 ms. The 20 ms are cut into four slots, and the members spread over
 * them, so that packets leave in small bursts.
 *
 * <p>Slots have absolute deadlines: being late never moves the later ones, so there is no drift. Catch-up rule: missed
 * slots are run at once, one after the other, so that a short stall costs no packet and no time stamp; after a stall of
 * more than {@link #MAX_CATCH_UP_MS} whole rounds are left out instead of sent in a burst, and the members are told how
 * many.
 */
public final class Ticker implements AutoCloseable {

    /** Longest stall that is made up by running the missed slots. */
    public static final int MAX_CATCH_UP_MS = 200;

    /** Nanoseconds from one turn of a member to the next. */
    public static final long ROUND = 20_000_000;

    private static final int SLOTS = 4;
    private static final long SLOT = ROUND / SLOTS;
    private static final long LATE = 10_000_000;

    private final AtomicReferenceArray<Ticked[]> slots = new AtomicReferenceArray<>(SLOTS);
    private final LongAdder ticks = new LongAdder();
    private final LongAdder lateTicks = new LongAdder();
    private final LatenessCounter lateness = new LatenessCounter();
    private final Consumer<Throwable> failures;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile int size;
    private volatile long origin;
    private long slotTime;

    /** @param failures told what a member threw; the others go on */
    public Ticker(String name, Consumer<Throwable> failures) {
        this.failures = failures;
        for (int i = 0; i < SLOTS; i++) {
            slots.set(i, new Ticked[0]);
        }
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    public void start() {
        origin = System.nanoTime() + SLOT;
        thread.start();
    }

    /** Adds a member to the slot with the fewest. */
    public synchronized void add(Ticked member) {
        int slot = 0;
        for (int i = 1; i < SLOTS; i++) {
            slot = slots.get(i).length < slots.get(slot).length ? i : slot;
        }
        add(member, slot);
    }

    /**
     * Adds a member that had its turns on another thread, to the slot that is nearest in time. It may get a turn of the
     * round that it had there already, which {@link #slotTime} tells.
     *
     * @param nextTurn when its next turn would be, by System.nanoTime
     */
    public synchronized void add(Ticked member, long nextTurn) {
        add(member, (int) Math.floorMod(Math.floorDiv(nextTurn - origin + SLOT / 2, SLOT), (long) SLOTS));
    }

    private void add(Ticked member, int slot) {
        Ticked[] before = slots.get(slot);
        Ticked[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = member;
        slots.set(slot, after);
        size++;
    }

    /** For a member within its turn: when the turn was due. */
    public long slotTime() {
        return slotTime;
    }

    public synchronized void remove(Ticked member) {
        for (int i = 0; i < SLOTS; i++) {
            Ticked[] before = slots.get(i);
            for (int at = 0; at < before.length; at++) {
                if (before[at] == member) {
                    Ticked[] after = new Ticked[before.length - 1];
                    System.arraycopy(before, 0, after, 0, at);
                    System.arraycopy(before, at + 1, after, at, after.length - at);
                    slots.set(i, after);
                    size--;
                    return;
                }
            }
        }
    }

    public int size() {
        return size;
    }

    /** Turns so far, all members together, those left out included. */
    public long ticks() {
        return ticks.sum();
    }

    /** Turns that began more than 10 ms after their time, or were left out. */
    public long lateTicks() {
        return lateTicks.sum();
    }

    /** Adds this thread's turns to sums in the buckets of {@link org.callwright.media.spi.SendLateness}. */
    public void addLateness(long[] sums) {
        lateness.addTo(sums);
    }

    private void run() {
        long deadline = origin;
        int slot = 0;
        int rounds = 1;
        int slotsWithRounds = 0;
        while (running) {
            long now = System.nanoTime();
            if (now < deadline) {
                LockSupport.parkNanos(this, deadline - now);
                continue;
            }
            long behind = now - deadline;
            if (behind > MAX_CATCH_UP_MS * 1_000_000L) {
                int skipped = (int) Math.min(behind / ROUND, Integer.MAX_VALUE / 1024);
                deadline += skipped * ROUND;
                rounds += skipped;
                ticks.add((long) skipped * size);
                lateTicks.add((long) skipped * size);
                lateness.leftOut((long) skipped * size);
                slotsWithRounds = SLOTS;
            }
            slotTime = deadline;
            Ticked[] members = slots.get(slot);
            turn(members, now, rounds, deadline);
            ticks.add(members.length);
            if (behind > LATE) {
                lateTicks.add(members.length);
            }
            slot = (slot + 1) % SLOTS;
            deadline += SLOT;
            if (slotsWithRounds > 0 && --slotsWithRounds == 0) {
                rounds = 1;
            }
        }
    }

    private void turn(Ticked[] members, long now, int rounds, long due) {
        for (Ticked member : members) {
            try {
                member.tick(now, rounds);
            } catch (RuntimeException | Error e) {
                failures.accept(e);
            }
            lateness.count(System.nanoTime() - due);
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
