package org.callwright.media.codecs;

/**
 * Tells sound from silence by the mean of the absolute samples of each 20 ms. Fed with a stream in pieces of any size;
 * knows where the last sound ended. Belongs to one stream and one thread.
 */
public final class SilenceDetector {

    /** Mean absolute sample from which 20 ms count as sound. */
    public static final int DEFAULT_THRESHOLD = 256;

    private static final int WINDOW = 160;

    private final int threshold;
    private long position;
    private long soundEnd;
    private int inWindow;
    private long sum;

    public SilenceDetector() {
        this(DEFAULT_THRESHOLD);
    }

    public SilenceDetector(int threshold) {
        this.threshold = threshold;
    }

    /** Takes the next samples of the stream (8 kHz). */
    public void accept(short[] samples, int offset, int count) {
        for (int i = 0; i < count; i++) {
            sum += Math.abs(samples[offset + i]);
            position++;
            if (++inWindow == WINDOW) {
                if (sum >= (long) threshold * WINDOW) {
                    soundEnd = position;
                }
                inWindow = 0;
                sum = 0;
            }
        }
    }

    /** Samples since the end of the last sound, or since the start. */
    public long silentSamples() {
        return position - soundEnd;
    }

    /** Whether there was any sound so far. */
    public boolean soundHeard() {
        return soundEnd > 0;
    }
}
