package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;

import java.util.Arrays;

/** Decodes one stream; what it makes of a frame depends on the frames before. Not for several threads at once. */
public final class GsmDecoder {

    private static final int SUBFRAME = LongTermPredictor.SUBFRAME;
    private static final int PAST = LongTermPredictor.LONGEST_LAG;
    private static final int DE_EMPHASIS = 28_180;
    private static final int LOW_BITS = 7;

    private final FrameParameters frame = new FrameParameters();
    private final ReflectionCoefficients coefficients = new ReflectionCoefficients();
    private final SynthesisFilter filter = new SynthesisFilter();
    private final PulseHeight height = new PulseHeight();
    private final int[] residual = new int[PAST + GsmFrame.SAMPLES];
    private final int[] signal = new int[GsmFrame.SAMPLES];
    private final int[] excitation = new int[SUBFRAME];
    private int lastLag = LongTermPredictor.SHORTEST_LAG;
    private int emphasis;

    /**
     * Decodes 20 ms; allocates nothing.
     *
     * @param source {@link GsmFrame#BYTES} from {@code frameOffset} on
     * @param samples takes {@link GsmFrame#SAMPLES} from {@code sampleOffset} on, 16-bit linear at 8 kHz
     * @return false, with nothing changed, when the bytes do not begin with the signature of a frame
     */
    public boolean decode(byte[] source, int frameOffset, short[] samples, int sampleOffset) {
        if (!frame.read(source, frameOffset)) {
            return false;
        }
        for (int subframe = 0; subframe < FrameParameters.SUBFRAMES; subframe++) {
            subframe(subframe);
        }
        System.arraycopy(residual, PAST, signal, 0, GsmFrame.SAMPLES);
        System.arraycopy(residual, GsmFrame.SAMPLES, residual, 0, PAST);
        coefficients.next(frame.ratios);
        for (int segment = 0; segment < ReflectionCoefficients.SEGMENTS; segment++) {
            filter.run(signal, ReflectionCoefficients.beginning(segment),
                    ReflectionCoefficients.beginning(segment + 1), coefficients.of(segment));
        }
        for (int k = 0; k < GsmFrame.SAMPLES; k++) {
            emphasis = add(signal[k], multiplyRounded(emphasis, DE_EMPHASIS));
            samples[sampleOffset + k] = (short) (add(emphasis, emphasis) & ~LOW_BITS);
        }
        return true;
    }

    private void subframe(int subframe) {
        int here = PAST + subframe * SUBFRAME;
        int lag = frame.lag[subframe];
        if (lag < LongTermPredictor.SHORTEST_LAG || lag > LongTermPredictor.LONGEST_LAG) {
            lag = lastLag;
        }
        lastLag = lag;
        height.place(frame, subframe, excitation);
        for (int k = 0; k < SUBFRAME; k++) {
            residual[here + k] = add(excitation[k],
                    LongTermPredictor.predicted(frame.gain[subframe], residual[here + k - lag]));
        }
    }

    /** Forgets the past, as if new. */
    public void reset() {
        coefficients.reset();
        filter.reset();
        Arrays.fill(residual, 0);
        lastLag = LongTermPredictor.SHORTEST_LAG;
        emphasis = 0;
    }
}
