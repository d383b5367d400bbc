package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.magnitude;
import static org.callwright.media.codecs.gsm.FixedPoint.multiply;
import static org.callwright.media.codecs.gsm.FixedPoint.saturate;

/**
 * Regular pulse excitation: of what prediction left of a subframe, smoothed, every third sample is kept, from the best
 * of four beginnings on, and quantised by blocks (clauses 5.2.13 to 5.2.15).
 */
final class PulseCoder {

    private static final int[] SMOOTHING = {-134, -374, 0, 2054, 5741, 8192, 5741, 2054, 0, -374, -134};
    private static final int REACH = 5;
    private static final int GRIDS = 4;
    private static final int[] INVERSE_MANTISSA = {29_128, 26_215, 23_832, 21_846, 20_165, 18_725, 17_476, 16_384};

    private final int[] padded = new int[LongTermPredictor.SUBFRAME + 2 * REACH];
    private final int[] smooth = new int[LongTermPredictor.SUBFRAME];
    private final PulseHeight height = new PulseHeight();

    /** Codes one subframe. */
    void run(int[] error, FrameParameters frame, int subframe) {
        smooth(error);
        int grid = bestGrid();
        int highest = 0;
        for (int i = 0; i < FrameParameters.PULSES; i++) {
            highest = Math.max(highest, magnitude(smooth[grid + 3 * i]));
        }
        frame.grid[subframe] = grid;
        frame.height[subframe] = PulseHeight.code(highest);
        height.decode(frame.height[subframe]);
        int shift = 6 - height.exponent();
        int factor = INVERSE_MANTISSA[height.mantissa()];
        for (int i = 0; i < FrameParameters.PULSES; i++) {
            int scaled = (short) (smooth[grid + 3 * i] << shift);
            frame.pulses[subframe][i] = (multiply(scaled, factor) >> 12) + 4;
        }
    }

    private void smooth(int[] error) {
        System.arraycopy(error, 0, padded, REACH, error.length);
        for (int k = 0; k < smooth.length; k++) {
            int sum = 4096;
            for (int i = 0; i < SMOOTHING.length; i++) {
                sum += padded[k + i] * SMOOTHING[i];
            }
            smooth[k] = saturate(sum >> 13);
        }
    }

    private int bestGrid() {
        int best = 0;
        int bestPower = -1;
        for (int grid = 0; grid < GRIDS; grid++) {
            int power = 0;
            for (int i = 0; i < FrameParameters.PULSES; i++) {
                int pulse = smooth[grid + 3 * i] >> 2;
                power += pulse * pulse;
            }
            if (power > bestPower) {
                bestPower = power;
                best = grid;
            }
        }
        return best;
    }
}
