package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;

import java.util.Arrays;

/** Short term analysis: the lattice that leaves the residual of a signal (clause 5.2.10). */
final class AnalysisFilter {

    private final int[] memory = new int[FrameParameters.COEFFICIENTS];

    /** Turns the samples from one place up to another into their residual. */
    void run(int[] signal, int from, int to, int[] coefficients) {
        for (int k = from; k < to; k++) {
            int forward = signal[k];
            int backward = forward;
            for (int i = 0; i < memory.length; i++) {
                int stored = memory[i];
                memory[i] = backward;
                backward = add(stored, multiplyRounded(coefficients[i], forward));
                forward = add(forward, multiplyRounded(coefficients[i], stored));
            }
            signal[k] = forward;
        }
    }

    void reset() {
        Arrays.fill(memory, 0);
    }
}
