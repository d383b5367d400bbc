package org.callwright.media.codecs.amd;

/**
 * Finds the beep that asks for a message: a single pure tone that keeps its frequency and level for a while. Voices
 * don't: their harmonics share the energy, and pitch moves. A beep is known while it still sounds, and over when the
 * tone has ended.
 */
final class BeepDetector {

    private static final double MIN_HERTZ = 300;
    private static final double MAX_HERTZ = 2600;
    private static final double PURITY = 0.85;
    private static final double DRIFT_HERTZ = 8;
    private static final double DRIFT_DECIBELS = 3;
    private static final double QUIETEST = -45;
    private static final int STEADY_FRAMES = 5;

    private final ToneMeter meter = new ToneMeter();
    private int run;
    private double hertz;
    private double level;
    private boolean found;
    private boolean over;

    /** Takes the next frame and its level in decibels. */
    void frame(short[] frame, int count, double frameLevel) {
        boolean pure = false;
        if (frameLevel > QUIETEST) {
            meter.measure(frame, count);
            pure = meter.purity() >= PURITY && meter.hertz() >= MIN_HERTZ && meter.hertz() <= MAX_HERTZ;
        }
        boolean steady = pure && run > 0 && Math.abs(meter.hertz() - hertz) <= DRIFT_HERTZ
                && Math.abs(frameLevel - level) <= DRIFT_DECIBELS;
        run = steady ? run + 1 : pure ? 1 : 0;
        if (pure && !steady) {
            hertz = meter.hertz();
        }
        level = frameLevel;
        found |= run >= STEADY_FRAMES;
        over = found && !pure;
    }

    /** Nothing sounds now. */
    void silence() {
        run = 0;
        over = found;
    }

    /** Whether the last frame belongs to a tone that stays. */
    boolean sounding() {
        return run >= 2;
    }

    /** Whether there was a beep, be it that it still sounds. */
    boolean found() {
        return found;
    }

    /** Whether there was a beep and its tone has ended. */
    boolean over() {
        return over;
    }

    /** The tone that sounded was none of a machine. */
    void dismiss() {
        found = false;
        over = false;
        run = 0;
    }

    /** Frequency of the tone that sounds or sounded last. */
    double hertz() {
        return hertz;
    }
}
