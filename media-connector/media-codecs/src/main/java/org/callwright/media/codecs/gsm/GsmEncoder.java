package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.subtract;

import java.util.Arrays;

/** Encodes one stream; what it makes of a frame depends on the frames before. Not for several threads at once. */
public final class GsmEncoder {

    private static final int SUBFRAME = LongTermPredictor.SUBFRAME;
    private static final int PAST = LongTermPredictor.LONGEST_LAG;

    private final Preprocessor preprocessor = new Preprocessor();
    private final LpcAnalysis analysis = new LpcAnalysis();
    private final ReflectionCoefficients coefficients = new ReflectionCoefficients();
    private final AnalysisFilter filter = new AnalysisFilter();
    private final LongTermPredictor predictor = new LongTermPredictor();
    private final PulseCoder pulses = new PulseCoder();
    private final PulseHeight height = new PulseHeight();
    private final FrameParameters frame = new FrameParameters();
    private final int[] signal = new int[GsmFrame.SAMPLES];
    /** The residual as the decoder will have it: of the past, then of this frame. */
    private final int[] rebuilt = new int[PAST + GsmFrame.SAMPLES];
    private final int[] error = new int[SUBFRAME];
    private final int[] excitation = new int[SUBFRAME];

    /**
     * Encodes 20 ms; allocates nothing.
     *
     * @param samples {@link GsmFrame#SAMPLES} from {@code sampleOffset} on, 16-bit linear at 8 kHz; of each the lowest
     *        three bits do not count
     * @param target takes {@link GsmFrame#BYTES} from {@code frameOffset} on
     */
    public void encode(short[] samples, int sampleOffset, byte[] target, int frameOffset) {
        preprocessor.run(samples, sampleOffset, signal);
        analysis.run(signal, frame.ratios);
        coefficients.next(frame.ratios);
        for (int segment = 0; segment < ReflectionCoefficients.SEGMENTS; segment++) {
            filter.run(signal, ReflectionCoefficients.beginning(segment),
                    ReflectionCoefficients.beginning(segment + 1), coefficients.of(segment));
        }
        for (int subframe = 0; subframe < FrameParameters.SUBFRAMES; subframe++) {
            subframe(subframe);
        }
        System.arraycopy(rebuilt, GsmFrame.SAMPLES, rebuilt, 0, PAST);
        frame.write(target, frameOffset);
    }

    private void subframe(int subframe) {
        int offset = subframe * SUBFRAME;
        int here = PAST + offset;
        predictor.search(signal, offset, rebuilt, here);
        int lag = predictor.lag();
        int gain = predictor.gain();
        frame.lag[subframe] = lag;
        frame.gain[subframe] = gain;
        for (int k = 0; k < SUBFRAME; k++) {
            int predicted = LongTermPredictor.predicted(gain, rebuilt[here + k - lag]);
            rebuilt[here + k] = predicted;
            error[k] = subtract(signal[offset + k], predicted);
        }
        pulses.run(error, frame, subframe);
        height.place(frame, subframe, excitation);
        for (int k = 0; k < SUBFRAME; k++) {
            rebuilt[here + k] = add(rebuilt[here + k], excitation[k]);
        }
    }

    /** Forgets the past, as if new. */
    public void reset() {
        preprocessor.reset();
        coefficients.reset();
        filter.reset();
        Arrays.fill(rebuilt, 0);
    }
}
