package org.callwright.phone.media;

/** Measures single tones in frames of 20 ms. */
final class ToneMeter {

    static final int FRAME = 160;
    private static final double AUDIBLE = 200;
    private static final double PURE = 0.75;

    private ToneMeter() {
    }

    /** Mean of the absolute samples of a frame. */
    static double level(short[] samples, int from) {
        double sum = 0;
        for (int i = from; i < from + FRAME; i++) {
            sum += Math.abs(samples[i]);
        }
        return sum / FRAME;
    }

    /** Whether the frame is audible and holds little but the tone: a Goertzel filter's share of the frame's energy. */
    static boolean isTone(short[] samples, int from, double hertz) {
        return level(samples, from) > AUDIBLE && share(samples, from, hertz) > PURE;
    }

    private static double share(short[] samples, int from, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / 8000);
        double s1 = 0;
        double s2 = 0;
        double energy = 0;
        for (int i = from; i < from + FRAME; i++) {
            double s0 = samples[i] + coefficient * s1 - s2;
            s2 = s1;
            s1 = s0;
            energy += (double) samples[i] * samples[i];
        }
        double power = s1 * s1 + s2 * s2 - coefficient * s1 * s2;
        return energy == 0 ? 0 : 2 * power / (FRAME * energy);
    }

    /**
     * The frequency of the frame's single tone in Hz, or 0 when it holds none. A sine obeys
     * {@code x[n+1] + x[n-1] = 2 cos(w) x[n]}; the least-squares fit of that factor gives its frequency.
     */
    static double frequency(short[] samples, int from) {
        double product = 0;
        double energy = 0;
        for (int i = from + 1; i < from + FRAME - 1; i++) {
            product += (double) (samples[i + 1] + samples[i - 1]) * samples[i];
            energy += (double) samples[i] * samples[i];
        }
        double cosine = energy == 0 ? 2 : product / (2 * energy);
        if (Math.abs(cosine) >= 1) {
            return 0;
        }
        double hertz = Math.acos(cosine) * 8000 / (2 * Math.PI);
        return isTone(samples, from, hertz) ? hertz : 0;
    }
}
