package org.callwright.media.codecs.amd;

import org.callwright.media.codecs.Goertzel;

/**
 * Frequency and purity of the strongest single tone in a frame. A first guess comes from the autocorrelation at lags 1
 * and 2 (Pisarenko's method, which white noise does not bias); then the peak of the spectrum is climbed in steps.
 */
final class ToneMeter {

    private static final int RATE = 8000;
    private static final double STEP = 12.5;
    private static final int MAX_STEPS = 8;

    private double hertz;
    private double purity;

    /** Takes a frame; what it found is in {@link #hertz} and {@link #purity}. */
    void measure(short[] frame, int count) {
        double energy = 0;
        double lag1 = 0;
        double lag2 = 0;
        for (int i = 0; i < count; i++) {
            energy += (double) frame[i] * frame[i];
            lag1 += i < 1 ? 0 : (double) frame[i] * frame[i - 1];
            lag2 += i < 2 ? 0 : (double) frame[i] * frame[i - 2];
        }
        if (energy == 0 || lag1 == 0) {
            hertz = 0;
            purity = 0;
            return;
        }
        lag1 /= count - 1;
        lag2 /= count - 2;
        double ratio = lag2 / lag1;
        double cosine = (ratio + Math.signum(lag1) * Math.sqrt(ratio * ratio + 8)) / 4;
        climb(frame, count, Math.acos(Math.max(-1, Math.min(1, cosine))) * RATE / (2 * Math.PI));
        double top = Goertzel.amplitude(frame, 0, count, hertz, RATE);
        purity = Math.min(1, top * top / 2 * count / energy);
    }

    private void climb(short[] frame, int count, double guess) {
        double at = guess;
        double here = Goertzel.amplitude(frame, 0, count, at, RATE);
        double below = Goertzel.amplitude(frame, 0, count, at - STEP, RATE);
        double above = Goertzel.amplitude(frame, 0, count, at + STEP, RATE);
        for (int i = 0; i < MAX_STEPS && Math.max(below, above) > here; i++) {
            if (above > below) {
                at += STEP;
                below = here;
                here = above;
                above = Goertzel.amplitude(frame, 0, count, at + STEP, RATE);
            } else {
                at -= STEP;
                above = here;
                here = below;
                below = Goertzel.amplitude(frame, 0, count, at - STEP, RATE);
            }
        }
        double curve = below - 2 * here + above;
        double shift = curve < 0 ? Math.max(-0.5, Math.min(0.5, (below - above) / (2 * curve))) : 0;
        hertz = at + shift * STEP;
    }

    /** Frequency of the tone; means nothing when there is little {@link #purity}. */
    double hertz() {
        return hertz;
    }

    /** How much of the frame's energy is at that frequency, 0 to 1. */
    double purity() {
        return purity;
    }
}
