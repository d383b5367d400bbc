package org.callwright.media.embedded.record;

/**
 * Samples that arrived ahead of a hole, by their place in the timeline. Holds {@link #CAPACITY} samples (512 ms) from
 * the timeline's position on; a place beyond may not be stored. Takes its memory with the first sample, as most
 * recordings never have a hole.
 */
final class AheadBuffer {

    static final int CAPACITY = 4096;

    private static final int MASK = CAPACITY - 1;

    private short[] samples;
    private boolean[] filled;
    private int size;
    private long end;

    boolean isEmpty() {
        return size == 0;
    }

    /** Place behind the last sample held. */
    long end() {
        return end;
    }

    void store(long place, short[] source, int offset, int count) {
        if (samples == null) {
            samples = new short[CAPACITY];
            filled = new boolean[CAPACITY];
        }
        for (int i = 0; i < count; i++) {
            int index = (int) (place + i) & MASK;
            if (!filled[index]) {
                filled[index] = true;
                size++;
                samples[index] = source[offset + i];
            }
        }
        end = Math.max(end, place + count);
    }

    /** How many samples are held without a break from the place on, at most as many as asked for. */
    int run(long place, int limit) {
        int run = 0;
        while (run < limit && run < CAPACITY && filled[(int) (place + run) & MASK]) {
            run++;
        }
        return run;
    }

    /** How long the hole at the place is; the buffer must not be empty. */
    int hole(long place) {
        int hole = 0;
        while (!filled[(int) (place + hole) & MASK]) {
            hole++;
        }
        return hole;
    }

    /** Takes samples out. */
    void take(long place, short[] target, int count) {
        for (int i = 0; i < count; i++) {
            int index = (int) (place + i) & MASK;
            target[i] = samples[index];
            filled[index] = false;
        }
        size -= count;
    }
}
