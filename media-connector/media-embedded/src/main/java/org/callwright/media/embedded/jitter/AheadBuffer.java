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
        if (size == 0 || place >= end) {
            append(place, source, offset, count);
        } else {
            insert(place, source, offset, count);
        }
        end = Math.max(end, place + count);
    }

    /** Where nothing is held yet. */
    private void append(long place, short[] source, int offset, int count) {
        int at = (int) place & mask;
        int first = Math.min(count, mask + 1 - at);
        System.arraycopy(source, offset, samples, at, first);
        System.arraycopy(source, offset + first, samples, 0, count - first);
        mark(place, count, true);
        size += count;
    }

    private void insert(long place, short[] source, int offset, int count) {
        for (int i = 0; i < count; i++) {
            int index = (int) (place + i) & mask;
            if (!filled[index]) {
                filled[index] = true;
                size++;
                samples[index] = source[offset + i];
            }
        }
    }

    private void mark(long place, int count, boolean value) {
        int at = (int) place & mask;
        int first = Math.min(count, mask + 1 - at);
        Arrays.fill(filled, at, at + first, value);
        Arrays.fill(filled, 0, count - first, value);
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
        int at = (int) place & mask;
        int first = Math.min(count, mask + 1 - at);
        System.arraycopy(samples, at, target, offset, first);
        System.arraycopy(samples, 0, target, offset + first, count - first);
        mark(place, count, false);
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
