package org.callwright.media.codecs.amd;

import java.util.Arrays;

/**
 * Tells frames with speech from those with only background. A frame is speech when it is louder than the background by
 * a margin, and not much weaker than the loudest speech, though weaker speech may follow for a moment: so a voice in
 * the room, a radio or noise that comes back after the greeting does not count. The background is the lowest level of the last two seconds; at the start of a call, when
 * it is not known yet, it is taken to be at most {@link #INITIAL_FLOOR}. Levels are in decibels below a full-scale
 * square wave, after a high-pass that takes mains hum away.
 */
final class VoiceActivity {

    private static final double ABSOLUTE_MINIMUM = -50;
    private static final double INITIAL_FLOOR = -45;
    private static final double MARGIN = 10;
    private static final double BELOW_PEAK = 7;
    private static final double FURTHER_BELOW = 8;
    private static final int CONTINUES = 10;
    private static final double PEAK_DECAY = 0.006;
    private static final double LOWEST = -75;
    private static final double HIGH_PASS = 0.88;
    private static final int BLOCK = 25;
    private static final int BLOCKS = 4;

    private final double[] minima = new double[BLOCKS];
    private double previousIn;
    private double previousOut;
    private double level = LOWEST;
    private double smooth = LOWEST;
    private double peak = LOWEST;
    private int frames;
    private int sinceStrong = CONTINUES;

    VoiceActivity() {
        Arrays.fill(minima, INITIAL_FLOOR);
    }

    /** Takes the next frame, which {@link #speech} and {@link #level} are about then. */
    void frame(short[] frame, int count) {
        level = measure(frame, count);
        smooth = frames == 0 ? level : smooth + (level - smooth) / 3;
        trackBackground();
        peak -= PEAK_DECAY;
    }

    /**
     * Whether there is speech in the frame. Not to be asked of a frame that is known to be a tone.
     *
     * @param word whether the frame is within a word: only then does it say how loud the voice is, a click does not
     */
    boolean speech(boolean word) {
        boolean loud = level > Math.max(ABSOLUTE_MINIMUM, background() + MARGIN);
        if (loud && word && smooth > peak) {
            peak = smooth;
        }
        boolean strong = loud && level > peak - BELOW_PEAK;
        sinceStrong = strong ? 0 : sinceStrong + 1;
        return strong || loud && sinceStrong <= CONTINUES && level > peak - BELOW_PEAK - FURTHER_BELOW;
    }

    /** Level of the loudest speech, which is forgotten slowly. */
    double peak() {
        return peak;
    }

    /** Level of the frame. */
    double level() {
        return level;
    }

    private double measure(short[] frame, int count) {
        double energy = 0;
        for (int i = 0; i < count; i++) {
            previousOut = HIGH_PASS * (previousOut + frame[i] - previousIn);
            previousIn = frame[i];
            energy += previousOut * previousOut;
        }
        double mean = energy / count / (32_768.0 * 32_768.0);
        return mean < 1e-8 ? LOWEST : Math.max(LOWEST, 10 * Math.log10(mean));
    }

    private void trackBackground() {
        int block = frames / BLOCK % BLOCKS;
        if (frames % BLOCK == 0) {
            minima[block] = frames < BLOCK * BLOCKS ? Math.min(INITIAL_FLOOR, smooth) : smooth;
        }
        minima[block] = Math.min(minima[block], smooth);
        frames++;
    }

    private double background() {
        double lowest = minima[0];
        for (int i = 1; i < BLOCKS; i++) {
            lowest = Math.min(lowest, minima[i]);
        }
        return lowest;
    }
}
