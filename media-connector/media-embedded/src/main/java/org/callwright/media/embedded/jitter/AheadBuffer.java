package org.callwright.media.embedded.jitter;

import java.util.Arrays;

/**
 * Samples that arrived ahead of a hole, by their place in the timeline. Holds a given number of samples from the
 * reader's place on; a place beyond may not be stored, nor one before. Takes its memory with the first sample, as most
 * recordings never have a hole.
 */
public final class AheadBuffer {

    /** Samples held unless another number is asked for: 512 ms. */
    public static final int CAPACITY = 4096;

    private final int mask;
    private short[] samples;
    private boolean[] filled;
    private int size;
    private long end;

    public AheadBuffer() {
        this(CAPACITY);
    }

    /** @param capacity a power of two */
    public AheadBuffer(int capacity) {
        mask = capacity - 1;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Place behind the last sample held. */
    public long end() {
        return end;
    }

    /** Keeps samples; where there is one already, that one stays. */
    public void store(long place, short[] source, int offset, int count) {
        if (samples == null) {
            samples = new short[mask + 1];
            filled = new boolean[mask + 1];
        }
        for (int i = 0; i < count; i++) {
            int index = (int) (place + i) & mask;
            if (!filled[index]) {
                filled[index] = true;
                size++;
                samples[index] = source[offset + i];
            }
        }
        end = Math.max(end, place + count);
    }

    /** How many samples are held without a break from the place on, at most as many as asked for. */
    public int run(long place, int limit) {
        int run = 0;
        while (run < limit && run <= mask && filled[(int) (place + run) & mask]) {
            run++;
        }
        return run;
    }

    /** How long the hole at the place is; the buffer must not be empty. */
    public int hole(long place) {
        int hole = 0;
        while (!filled[(int) (place + hole) & mask]) {
            hole++;
        }
        return hole;
    }

    /** Takes samples out, which must be there. */
    public void take(long place, short[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            int index = (int) (place + i) & mask;
            target[offset + i] = samples[index];
            filled[index] = false;
        }
        size -= count;
    }

    /** Forgets what is held from the place on. */
    public void discard(long place, int count) {
        for (int i = 0; i < count && size > 0; i++) {
            int index = (int) (place + i) & mask;
            if (filled[index]) {
                filled[index] = false;
                size--;
            }
        }
    }

    /** Forgets everything. */
    public void clear() {
        if (size > 0) {
            Arrays.fill(filled, false);
            size = 0;
        }
    }
}
