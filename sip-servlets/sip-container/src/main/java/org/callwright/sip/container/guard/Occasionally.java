package org.callwright.sip.container.guard;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Says something at most once a minute and counts meanwhile: who can reach a port must not be able to fill a disk. */
public final class Occasionally {
    private static final long PAUSE_NANOS = 60_000_000_000L;

    private final LongSupplier nanoClock;
    private final LongAdder happened = new LongAdder();
    private final AtomicLong next;

    /** @param nanoClock as {@link System#nanoTime} */
    public Occasionally(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        next = new AtomicLong(nanoClock.getAsLong());
    }

    /** It happened; the speaker, if it is time, gets how often since it spoke last. */
    public void happened(LongConsumer speaker) {
        happened.increment();
        long now = nanoClock.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
            speaker.accept(happened.sumThenReset());
        }
    }
}
