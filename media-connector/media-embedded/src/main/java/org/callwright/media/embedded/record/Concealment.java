package org.callwright.media.embedded.record;

/**
 * Fills lost audio: repeats the last 20 ms that were heard and fades them to silence within 60 ms, so that a lost
 * packet is hardly noticed and a long loss is quiet.
 */
final class Concealment {

    private static final int HISTORY = 160;
    private static final int FADE = 480;

    private final short[] history = new short[HISTORY];
    private int at;
    private int repeated;

    /** Real audio went by. */
    void heard(short[] samples, int offset, int count) {
        int from = Math.max(0, count - HISTORY);
        for (int i = from; i < count; i++) {
            history[at] = samples[offset + i];
            at = at + 1 == HISTORY ? 0 : at + 1;
        }
        repeated = 0;
    }

    /** Makes up the next samples. */
    void fill(short[] samples, int count) {
        for (int i = 0; i < count; i++) {
            int gain = Math.max(0, FADE - repeated);
            samples[i] = (short) (history[(at + repeated) % HISTORY] * gain / FADE);
            repeated++;
        }
    }
}
