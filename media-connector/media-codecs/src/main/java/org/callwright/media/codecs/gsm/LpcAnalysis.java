package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.divide;
import static org.callwright.media.codecs.gsm.FixedPoint.headroom;
import static org.callwright.media.codecs.gsm.FixedPoint.magnitude;
import static org.callwright.media.codecs.gsm.FixedPoint.multiply;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;

import java.util.Arrays;

/** Finds the coded logarithmic area ratios of a frame (clauses 5.2.4 to 5.2.7). */
final class LpcAnalysis {

    private static final int ORDER = FrameParameters.COEFFICIENTS;

    private final int[] correlation = new int[ORDER + 1];
    private final int[] p = new int[ORDER + 1];
    private final int[] k = new int[ORDER + 1];
    private final int[] reflection = new int[ORDER];

    /** Scales the signal down and up again where the standard does, so some of its low bits are lost. */
    void run(int[] signal, int[] codedRatios) {
        correlate(signal);
        reflect();
        for (int i = 0; i < ORDER; i++) {
            codedRatios[i] = quantise(i, areaRatio(reflection[i]));
        }
    }

    private void correlate(int[] signal) {
        int peak = 0;
        for (int sample : signal) {
            peak = Math.max(peak, magnitude(sample));
        }
        int scale = peak == 0 ? 0 : Math.max(0, 4 - headroom(peak << 16));
        if (scale > 0) {
            for (int i = 0; i < signal.length; i++) {
                signal[i] = multiplyRounded(signal[i], 16_384 >> scale - 1);
            }
        }
        for (int lag = 0; lag <= ORDER; lag++) {
            int sum = 0;
            for (int i = lag; i < signal.length; i++) {
                sum += signal[i] * signal[i - lag];
            }
            correlation[lag] = sum << 1;
        }
        if (scale > 0) {
            for (int i = 0; i < signal.length; i++) {
                signal[i] = (short) (signal[i] << scale);
            }
        }
    }

    /** Schur's recursion. */
    private void reflect() {
        Arrays.fill(reflection, 0);
        if (correlation[0] == 0) {
            return;
        }
        int shift = headroom(correlation[0]);
        for (int i = 0; i <= ORDER; i++) {
            p[i] = correlation[i] << shift >> 16;
            k[i] = p[i];
        }
        for (int n = 0; n < ORDER; n++) {
            int numerator = magnitude(p[1]);
            if (p[0] < numerator) {
                return;
            }
            int quotient = divide(numerator, p[0]);
            reflection[n] = p[1] > 0 ? -quotient : quotient;
            p[0] = add(p[0], multiplyRounded(p[1], reflection[n]));
            for (int m = 1; m < ORDER - n; m++) {
                int next = p[m + 1];
                p[m] = add(next, multiplyRounded(k[m], reflection[n]));
                k[m] = add(k[m], multiplyRounded(next, reflection[n]));
            }
        }
    }

    private static int areaRatio(int coefficient) {
        int size = magnitude(coefficient);
        int ratio;
        if (size < 22_118) {
            ratio = size >> 1;
        } else if (size < 31_130) {
            ratio = size - 11_059;
        } else {
            ratio = size - 26_112 << 2;
        }
        return coefficient < 0 ? -ratio : ratio;
    }

    private static int quantise(int i, int ratio) {
        int level = add(add(multiply(AreaRatioTables.SLOPE[i], ratio), AreaRatioTables.OFFSET[i]), 256) >> 9;
        return Math.max(AreaRatioTables.LOWEST[i], Math.min(AreaRatioTables.HIGHEST[i], level))
                - AreaRatioTables.LOWEST[i];
    }
}
