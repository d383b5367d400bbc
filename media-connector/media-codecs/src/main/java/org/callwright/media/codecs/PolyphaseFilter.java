package org.callwright.media.codecs;

/**
 * The low-pass filter between two sample rates, one row of taps for each place that a sample of the output can have
 * between two of the input: a sinc, Kaiser-windowed, whose cut-off lies below half of the lower rate. Its pass band is
 * flat up to 0.435 of the lower rate (3480 Hz at 8 kHz), and from half of it on everything is down by some 70 dB. Rates
 * that need more rows than {@link #MOST_ROWS} get the places in between by interpolation.
 */
final class PolyphaseFilter {

    private static final int LOBES = 32;
    private static final double KAISER_BETA = 7.0;
    private static final double CUTOFF = 0.935;
    private static final int MOST_ROWS = 640;

    private final int toRate;
    private final int rows;
    private final boolean exact;
    private final int half;
    private final float[][] taps;

    PolyphaseFilter(int fromRate, int toRate) {
        if (fromRate < 1 || toRate < 1) {
            throw new IllegalArgumentException("rates " + fromRate + " and " + toRate);
        }
        this.toRate = toRate;
        int places = toRate / gcd(fromRate, toRate);
        exact = places <= MOST_ROWS;
        rows = exact ? places : MOST_ROWS;
        double cutoff = CUTOFF * Math.min(1.0, (double) toRate / fromRate);
        half = (int) Math.ceil(LOBES / cutoff);
        taps = new float[exact ? rows : rows + 1][];
        for (int row = 0; row < taps.length; row++) {
            taps[row] = row((double) row / rows, cutoff);
        }
    }

    /** How many samples of the input a sample of the output is made of. */
    int length() {
        return 2 * half;
    }

    /** How many of them lie before its place, the one at its place among them. */
    int before() {
        return half;
    }

    /**
     * A sample of the output.
     *
     * @param from where the samples of the input begin that it is made of
     * @param place between two samples of the input, in parts of the output's rate: 0 is the first of the two
     */
    short sample(short[] input, int from, long place) {
        long scaled = place * rows;
        int row = (int) (scaled / toRate);
        float value = sum(input, from, taps[row]);
        if (!exact) {
            float part = (float) (scaled % toRate) / toRate;
            value += part * (sum(input, from, taps[row + 1]) - value);
        }
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    }

    /** Four sums side by side, since each addition waits for the one before it. */
    private static float sum(short[] input, int from, float[] row) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int k = 0;
        for (; k + 3 < row.length; k += 4) {
            a += input[from + k] * row[k];
            b += input[from + k + 1] * row[k + 1];
            c += input[from + k + 2] * row[k + 2];
            d += input[from + k + 3] * row[k + 3];
        }
        for (; k < row.length; k++) {
            a += input[from + k] * row[k];
        }
        return a + b + (c + d);
    }

    private float[] row(double fraction, double cutoff) {
        double[] row = new double[2 * half];
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            double distance = k - half + 1 - fraction;
            row[k] = sinc(cutoff * distance) * kaiser(distance / half);
            sum += row[k];
        }
        float[] normal = new float[row.length];
        for (int k = 0; k < row.length; k++) {
            normal[k] = (float) (row[k] / sum);
        }
        return normal;
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
