package org.callwright.media.embedded.record;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Samples on their way from one thread to another, never waiting for each other. It takes as many blocks as wait to be
 * read, up to a limit; while the reader keeps up, or is late by a block at most, the same are used by turns.
 */
final class SampleQueue {

    private final long capacity;
    private final int blockSize;
    private final AtomicReferenceArray<Block> spares = new AtomicReferenceArray<>(2);
    private Block writing;
    private Block reading;
    private volatile long written;
    private volatile long read;

    private static final class Block {

        private final short[] samples;
        private Block next;

        Block(int size) {
            samples = new short[size];
        }
    }

    /**
     * @param capacity most samples that may wait
     * @param blockSize samples of a block, more than come between two times of reading
     */
    SampleQueue(long capacity, int blockSize) {
        this.capacity = capacity;
        this.blockSize = blockSize;
        writing = new Block(blockSize);
        reading = writing;
    }

    /** Writing thread: takes all of them, or none and gives false when they would be too many. */
    boolean offer(short[] samples, int offset, int count) {
        long at = written;
        if (at + count - read > capacity) {
            return false;
        }
        int done = 0;
        while (done < count) {
            int place = (int) (at % blockSize);
            if (place == 0 && at > 0) {
                writing.next = block();
                writing = writing.next;
            }
            int now = Math.min(count - done, blockSize - place);
            System.arraycopy(samples, offset + done, writing.samples, place, now);
            done += now;
            at += now;
        }
        written = at;
        return true;
    }

    private Block block() {
        for (int i = 0; i < spares.length(); i++) {
            Block used = spares.getAndSet(i, null);
            if (used != null) {
                return used;
            }
        }
        return new Block(blockSize);
    }

    private void keep(Block used) {
        for (int i = 0; i < spares.length() && !spares.compareAndSet(i, null, used); i++) {
            continue;
        }
    }

    /** Reading thread: how many samples were copied, 0 when none wait. */
    int poll(short[] target) {
        long at = read;
        int count = (int) Math.min(target.length, written - at);
        int done = 0;
        while (done < count) {
            int place = (int) (at % blockSize);
            if (place == 0 && at > 0) {
                Block used = reading;
                reading = used.next;
                used.next = null;
                keep(used);
            }
            int now = Math.min(count - done, blockSize - place);
            System.arraycopy(reading.samples, place, target, done, now);
            done += now;
            at += now;
        }
        read = at;
        return count;
    }
}
