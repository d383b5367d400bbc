package org.callwright.media.codecs;

/**
 * Changes the sample rate of a whole piece of audio with a polyphase filter: a sinc, Kaiser-windowed, whose cut-off
 * lies below half of the lower rate. Its pass band ends at 0.45 of the lower rate; what would alias is down by some
 * 70 dB. Input and output start at the same instant.
 */
public final class Resampler {

    private static final int LOBES = 24;
    private static final double KAISER_BETA = 7.0;
    private static final double CUTOFF = 0.94;
    private static final int MAX_PHASES = 640;

    private Resampler() {
    }

    /** Gives the same audio at another rate; the input itself when the rates are equal. */
    public static short[] resample(short[] input, int fromRate, int toRate) {
        if (fromRate == toRate) {
            return input;
        }
        if (fromRate < 1 || toRate < 1) {
            throw new IllegalArgumentException("rates " + fromRate + " and " + toRate);
        }
        int divisor = gcd(fromRate, toRate);
        int phases = toRate / divisor;
        int tablePhases = Math.min(phases, MAX_PHASES);
        double cutoff = CUTOFF * Math.min(1.0, (double) toRate / fromRate);
        int half = (int) Math.ceil(LOBES / cutoff);
        float[][] table = table(tablePhases, half, cutoff);
        int length = Math.toIntExact((long) input.length * toRate / fromRate);
        short[] output = new short[length];
        for (int i = 0; i < length; i++) {
            long scaled = (long) i * fromRate;
            int at = (int) (scaled / toRate);
            int phase = (int) (scaled % toRate * tablePhases / toRate);
            output[i] = convolve(input, at - half + 1, table[phase]);
        }
        return output;
    }

    private static short convolve(short[] input, int from, float[] taps) {
        int first = Math.max(0, -from);
        int last = Math.min(taps.length, input.length - from);
        float sum = 0;
        for (int k = first; k < last; k++) {
            sum += input[from + k] * taps[k];
        }
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }

    private static float[][] table(int phases, int half, double cutoff) {
        float[][] table = new float[phases][2 * half];
        for (int phase = 0; phase < phases; phase++) {
            double fraction = (double) phase / phases;
            double sum = 0;
            for (int k = 0; k < 2 * half; k++) {
                double distance = k - half + 1 - fraction;
                double tap = sinc(cutoff * distance) * kaiser(distance / half);
                table[phase][k] = (float) tap;
                sum += tap;
            }
            for (int k = 0; k < 2 * half; k++) {
                table[phase][k] /= (float) sum;
            }
        }
        return table;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
