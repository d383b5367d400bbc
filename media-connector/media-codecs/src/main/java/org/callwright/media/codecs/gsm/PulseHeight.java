package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;
import static org.callwright.media.codecs.gsm.FixedPoint.subtract;

import java.util.Arrays;

/** The logarithmic scale of a subframe's highest pulse: six bits for exponent and mantissa (clauses 5.2.15, 5.2.16). */
final class PulseHeight {

    private static final int[] MANTISSA = {18_431, 20_479, 22_527, 24_575, 26_623, 28_671, 30_719, 32_767};

    private int exponent;
    private int mantissa;

    /** The code of a height. */
    static int code(int height) {
        int exponent = 0;
        for (int rest = height >> 9; rest > 0 && exponent < 6; rest >>= 1) {
            exponent++;
        }
        return add(height >> exponent + 5, exponent << 3);
    }

    void decode(int code) {
        exponent = code > 15 ? (code >> 3) - 1 : 0;
        mantissa = code - (exponent << 3);
        if (mantissa == 0) {
            exponent = -4;
            mantissa = 7;
            return;
        }
        while (mantissa <= 7) {
            mantissa = mantissa << 1 | 1;
            exponent--;
        }
        mantissa -= 8;
    }

    int exponent() {
        return exponent;
    }

    int mantissa() {
        return mantissa;
    }

    /** Puts the decoded pulses of a subframe where they belong, zeros between them. */
    void place(FrameParameters frame, int subframe, int[] excitation) {
        decode(frame.height[subframe]);
        int shift = subtract(6, exponent);
        int rounding = shift == 0 ? 0 : 1 << shift - 1;
        Arrays.fill(excitation, 0);
        for (int i = 0; i < FrameParameters.PULSES; i++) {
            int level = (frame.pulses[subframe][i] << 1) - 7 << 12;
            int pulse = add(multiplyRounded(MANTISSA[mantissa], level), rounding) >> shift;
            excitation[frame.grid[subframe] + 3 * i] = pulse;
        }
    }
}
