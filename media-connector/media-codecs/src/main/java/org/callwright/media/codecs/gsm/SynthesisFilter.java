package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;
import static org.callwright.media.codecs.gsm.FixedPoint.subtract;

import java.util.Arrays;

/** Short term synthesis, the inverse of {@link AnalysisFilter} (clause 5.3.4). */
final class SynthesisFilter {

    private final int[] memory = new int[FrameParameters.COEFFICIENTS + 1];

    /** Turns the residual from one place up to another into the signal. */
    void run(int[] signal, int from, int to, int[] coefficients) {
        for (int k = from; k < to; k++) {
            int sample = signal[k];
            for (int i = FrameParameters.COEFFICIENTS - 1; i >= 0; i--) {
                sample = subtract(sample, multiplyRounded(coefficients[i], memory[i]));
                memory[i + 1] = add(memory[i], multiplyRounded(coefficients[i], sample));
            }
            memory[0] = sample;
            signal[k] = sample;
        }
    }

    void reset() {
        Arrays.fill(memory, 0);
    }
}
