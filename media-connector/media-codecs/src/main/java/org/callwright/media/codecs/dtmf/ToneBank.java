package org.callwright.media.codecs.dtmf;

import org.callwright.media.codecs.Goertzel;

/**
 * How strong each of the eight tones of a keypad is in a block of samples. All eight recurrences of Goertzel run side
 * by side, four at a time: that keeps a processor busy which would wait for a single one.
 */
final class ToneBank {

    static final int TONES = 8;
    static final int GROUP = 4;

    private static final int SAMPLE_RATE = 8000;
    /** Rows, then columns (Q.23), in hertz. */
    private static final double[] HERTZ = {697, 770, 852, 941, 1209, 1336, 1477, 1633};
    private static final double STEP = 0.005;
    private static final int STEPS = 8;
    /** Q.24 takes what is 1.5 % off, and refuses 3.5 %. */
    private static final int TOLERATED_STEPS = 5;
    private static final double[] COEFFICIENTS = new double[TONES];

    static {
        for (int i = 0; i < TONES; i++) {
            COEFFICIENTS[i] = 2 * Math.cos(2 * Math.PI * HERTZ[i] / SAMPLE_RATE);
        }
    }

    private ToneBank() {
    }

    /** Writes the amplitudes of the eight sines, peak, in sample units. */
    static void measure(short[] samples, int offset, int count, double[] amplitudes) {
        group(samples, offset, count, amplitudes, 0);
        group(samples, offset, count, amplitudes, GROUP);
    }

    private static void group(short[] samples, int offset, int count, double[] amplitudes, int first) {
        double c0 = COEFFICIENTS[first];
        double c1 = COEFFICIENTS[first + 1];
        double c2 = COEFFICIENTS[first + 2];
        double c3 = COEFFICIENTS[first + 3];
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int i = offset; i < offset + count; i++) {
            double sample = samples[i];
            double n0 = sample + c0 * a0 - b0;
            double n1 = sample + c1 * a1 - b1;
            double n2 = sample + c2 * a2 - b2;
            double n3 = sample + c3 * a3 - b3;
            b0 = a0;
            b1 = a1;
            b2 = a2;
            b3 = a3;
            a0 = n0;
            a1 = n1;
            a2 = n2;
            a3 = n3;
        }
        amplitudes[first] = amplitude(a0, b0, c0, count);
        amplitudes[first + 1] = amplitude(a1, b1, c1, count);
        amplitudes[first + 2] = amplitude(a2, b2, c2, count);
        amplitudes[first + 3] = amplitude(a3, b3, c3, count);
    }

    private static double amplitude(double last, double before, double coefficient, int count) {
        double power = last * last + before * before - coefficient * last * before;
        return 2 * Math.sqrt(Math.max(0, power)) / count;
    }

    /**
     * Amplitude of what was taken for that tone, at the frequency that it really has.
     *
     * @return 0 when that is too far off
     */
    static double precise(short[] samples, int offset, int count, int tone) {
        double best = 0;
        int bestStep = 0;
        for (int step = -STEPS; step <= STEPS; step++) {
            double amplitude =
                    Goertzel.amplitude(samples, offset, count, HERTZ[tone] * (1 + step * STEP), SAMPLE_RATE);
            if (amplitude > best) {
                best = amplitude;
                bestStep = step;
            }
        }
        return Math.abs(bestStep) <= TOLERATED_STEPS ? best : 0;
    }
}
