package org.callwright.media.embedded.record;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Samples on their way from one thread to another, never waiting for each other. It takes as many blocks as wait to be
 * read, up to a limit; while the reader keeps up two are used by turns and nothing is allocated.
 */
final class SampleQueue {

    private static final int BLOCK = 2048;

    private final long capacity;
    private final AtomicReference<Block> spare = new AtomicReference<>();
    private Block writing = new Block();
    private Block reading = writing;
    private volatile long written;
    private volatile long read;

    private static final class Block {

        private final short[] samples = new short[BLOCK];
        private Block next;
    }

    /** @param capacity most samples that may wait */
    SampleQueue(long capacity) {
        this.capacity = capacity;
    }

    /** Writing thread: takes all of them, or none and gives false when they would be too many. */
    boolean offer(short[] samples, int offset, int count) {
        long at = written;
        if (at + count - read > capacity) {
            return false;
        }
        int done = 0;
        while (done < count) {
            int place = (int) (at % BLOCK);
            if (place == 0 && at > 0) {
                writing.next = block();
                writing = writing.next;
            }
            int now = Math.min(count - done, BLOCK - place);
            System.arraycopy(samples, offset + done, writing.samples, place, now);
            done += now;
            at += now;
        }
        written = at;
        return true;
    }

    private Block block() {
        Block used = spare.getAndSet(null);
        return used == null ? new Block() : used;
    }

    /** Reading thread: how many samples were copied, 0 when none wait. */
    int poll(short[] target) {
        long at = read;
        int count = (int) Math.min(target.length, written - at);
        int done = 0;
        while (done < count) {
            int place = (int) (at % BLOCK);
            if (place == 0 && at > 0) {
                Block used = reading;
                reading = used.next;
                used.next = null;
                spare.set(used);
            }
            int now = Math.min(count - done, BLOCK - place);
            System.arraycopy(reading.samples, place, target, done, now);
            done += now;
            at += now;
        }
        read = at;
        return count;
    }
}
