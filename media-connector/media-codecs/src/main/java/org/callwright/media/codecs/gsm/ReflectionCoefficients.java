package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.magnitude;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;
import static org.callwright.media.codecs.gsm.FixedPoint.subtract;

import java.util.Arrays;

/**
 * Reflection coefficients from coded area ratios, for encoder and decoder alike (clauses 5.2.8 and 5.2.9). In the first
 * 40 samples of a frame they go over from those of the frame before in three steps.
 */
final class ReflectionCoefficients {

    static final int SEGMENTS = 4;

    private static final int[] BEGINNINGS = {0, 13, 27, 40, GsmFrame.SAMPLES};

    private int[] before = new int[FrameParameters.COEFFICIENTS];
    private int[] now = new int[FrameParameters.COEFFICIENTS];
    private final int[] coefficients = new int[FrameParameters.COEFFICIENTS];

    /** A new frame begins. */
    void next(int[] codedRatios) {
        int[] recycled = before;
        before = now;
        now = recycled;
        for (int i = 0; i < now.length; i++) {
            int level = codedRatios[i] + AreaRatioTables.LOWEST[i] << 10;
            int scaled = multiplyRounded(AreaRatioTables.INVERSE_SLOPE[i],
                    subtract(level, AreaRatioTables.OFFSET[i] << 1));
            now[i] = add(scaled, scaled);
        }
    }

    /** First sample of a segment; of the one behind the last, the length of the frame. */
    static int beginning(int segment) {
        return BEGINNINGS[segment];
    }

    /** The coefficients that hold in a segment, until the next call. */
    int[] of(int segment) {
        for (int i = 0; i < coefficients.length; i++) {
            int ratio = ratio(segment, before[i], now[i]);
            int size = coefficient(magnitude(ratio));
            coefficients[i] = ratio < 0 ? -size : size;
        }
        return coefficients;
    }

    private static int ratio(int segment, int before, int now) {
        switch (segment) {
            case 0:
                return add(add(before >> 2, now >> 2), before >> 1);
            case 1:
                return add(before >> 1, now >> 1);
            case 2:
                return add(add(before >> 2, now >> 2), now >> 1);
            default:
                return now;
        }
    }

    private static int coefficient(int ratio) {
        if (ratio < 11_059) {
            return ratio << 1;
        }
        return ratio < 20_070 ? ratio + 11_059 : add(ratio >> 2, 26_112);
    }

    void reset() {
        Arrays.fill(before, 0);
        Arrays.fill(now, 0);
    }
}
