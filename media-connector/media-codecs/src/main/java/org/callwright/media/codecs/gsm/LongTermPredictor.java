package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.headroom;
import static org.callwright.media.codecs.gsm.FixedPoint.magnitude;
import static org.callwright.media.codecs.gsm.FixedPoint.multiply;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;

import java.util.Arrays;

/**
 * Finds the stretch of the past that a subframe of the residual is most like, and how strongly (clauses 5.2.11 and
 * 5.2.12). The past is what the decoder will know of it.
 *
 * <p>The sums that lags are compared by are added up in single precision, in the order of the samples. That is what
 * libgsm does; it differs from the standard's whole numbers where a sum needs more than 24 bits, so where two lags fit a
 * loud signal nearly equally well. All lags are summed side by side, which the compiler makes vectors of.
 */
final class LongTermPredictor {

    static final int SUBFRAME = 40;
    static final int SHORTEST_LAG = 40;
    static final int LONGEST_LAG = 120;

    private static final int[] GAINS = {3277, 11_469, 21_299, 32_767};
    private static final int[] DECISIONS = {6554, 16_384, 26_214};

    private static final int LAGS = LONGEST_LAG - SHORTEST_LAG + 1;

    private final int[] weighted = new int[SUBFRAME];
    private final float[] recent = new float[LONGEST_LAG];
    /** The longest lag first. */
    private final float[] sums = new float[LAGS];
    private int lag;
    private int gain;

    /**
     * Looks for the lag and the gain.
     *
     * @param past has the known residual in front of {@code pastEnd}
     */
    void search(int[] residual, int offset, int[] past, int pastEnd) {
        int scale = weigh(residual, offset);
        correlate(past, pastEnd);
        float best = 0;
        lag = SHORTEST_LAG;
        for (int candidate = SHORTEST_LAG; candidate <= LONGEST_LAG; candidate++) {
            float sum = sums[LONGEST_LAG - candidate];
            if (sum > best) {
                best = sum;
                lag = candidate;
            }
        }
        int power = 0;
        for (int k = 0; k < SUBFRAME; k++) {
            int sample = past[pastEnd - lag + k] >> 3;
            power += sample * sample;
        }
        gain = codedGain((int) best << 1 >> 6 - scale, power << 1);
    }

    private void correlate(int[] past, int pastEnd) {
        for (int i = 0; i < LONGEST_LAG; i++) {
            recent[i] = past[pastEnd - LONGEST_LAG + i];
        }
        Arrays.fill(sums, 0);
        for (int k = 0; k < SUBFRAME; k++) {
            float weight = weighted[k];
            for (int i = 0; i < LAGS; i++) {
                sums[i] += weight * recent[i + k];
            }
        }
    }

    /** Scales the subframe to nine bits, so that the sums fit. */
    private int weigh(int[] residual, int offset) {
        int peak = 0;
        for (int k = 0; k < SUBFRAME; k++) {
            peak = Math.max(peak, magnitude(residual[offset + k]));
        }
        int scale = peak == 0 ? 0 : Math.max(0, 6 - headroom(peak << 16));
        for (int k = 0; k < SUBFRAME; k++) {
            weighted[k] = residual[offset + k] >> scale;
        }
        return scale;
    }

    private static int codedGain(int likeness, int power) {
        if (likeness <= 0) {
            return 0;
        }
        if (likeness >= power) {
            return 3;
        }
        int shift = headroom(power);
        int numerator = likeness << shift >> 16;
        int denominator = power << shift >> 16;
        int code = 0;
        while (code < DECISIONS.length && numerator > multiply(denominator, DECISIONS[code])) {
            code++;
        }
        return code;
    }

    int lag() {
        return lag;
    }

    int gain() {
        return gain;
    }

    /** What the past foretells of a sample. */
    static int predicted(int codedGain, int pastSample) {
        return multiplyRounded(GAINS[codedGain], pastSample);
    }
}
