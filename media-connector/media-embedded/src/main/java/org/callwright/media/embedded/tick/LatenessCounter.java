package org.callwright.media.embedded.tick;

import java.util.concurrent.atomic.AtomicLongArray;
import org.callwright.media.spi.SendLateness;

/** Counts how late turns were, in the buckets of {@link SendLateness}. One thread counts, any may read. */
final class LatenessCounter {

    private static final int LAST = SendLateness.BOUNDS_MS.size();
    private static final long[] BOUNDS =
            SendLateness.BOUNDS_MS.stream().mapToLong(bound -> bound * 1_000_000L).toArray();

    private final AtomicLongArray turns = new AtomicLongArray(LAST + 1);

    /** A turn whose packets had left so many nanoseconds after it was due. */
    void count(long nanos) {
        int bucket = 0;
        while (bucket < LAST && nanos > BOUNDS[bucket]) {
            bucket++;
        }
        add(bucket, 1);
    }

    /** Turns that never were. */
    void leftOut(long count) {
        add(LAST, count);
    }

    /** There is one writer, so that nothing is lost between reading and writing. */
    private void add(int bucket, long count) {
        turns.setRelease(bucket, turns.getPlain(bucket) + count);
    }

    void addTo(long[] sums) {
        for (int i = 0; i <= LAST; i++) {
            sums[i] += turns.getAcquire(i);
        }
    }
}
