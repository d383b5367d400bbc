package org.callwright.media.embedded.jitter;

import java.util.Arrays;

/**
 * Fills lost audio: repeats the last 20 ms that were heard and fades them to silence within 60 ms, so that a lost
 * packet is hardly noticed and a long loss is quiet.
 */
public final class Concealment {

    private static final int HISTORY = 160;
    private static final int FADE = 480;

    private final short[] history = new short[HISTORY];
    private int at;
    private int repeated;

    /** Real audio went by. */
    public void heard(short[] samples, int offset, int count) {
        int length = Math.min(count, HISTORY);
        int from = offset + count - length;
        int first = Math.min(length, HISTORY - at);
        System.arraycopy(samples, from, history, at, first);
        System.arraycopy(samples, from + first, history, 0, length - first);
        at = (at + length) % HISTORY;
        repeated = 0;
    }

    /** What was heard has nothing to do with what comes; silence is made up until then. */
    public void reset() {
        repeated = FADE;
    }

    /** Makes up the next samples. */
    public void fill(short[] samples, int offset, int count) {
        int sounding = Math.min(count, FADE - repeated);
        for (int i = 0; i < sounding; i++) {
            samples[offset + i] = (short) (history[(at + repeated) % HISTORY] * (FADE - repeated) / FADE);
            repeated++;
        }
        Arrays.fill(samples, offset + sounding, offset + count, (short) 0);
    }
}
