package org.callwright.media.codecs.gsm;

import static org.callwright.media.codecs.gsm.FixedPoint.add;
import static org.callwright.media.codecs.gsm.FixedPoint.multiplyRounded;
import static org.callwright.media.codecs.gsm.FixedPoint.saturate32;

/** Scales the input down, takes its constant part away and lifts the high frequencies (clauses 5.2.1 to 5.2.3). */
final class Preprocessor {

    private static final int POLE = 32_735;
    private static final int PRE_EMPHASIS = -28_180;

    private int lastInput;
    private int lastOffset;
    private int lastFree;

    void run(short[] samples, int offset, int[] signal) {
        for (int k = 0; k < GsmFrame.SAMPLES; k++) {
            int input = samples[offset + k] >> 3 << 2;
            int difference = input - lastInput;
            lastInput = input;
            int high = lastOffset >> 15;
            int low = lastOffset - (high << 15);
            lastOffset = saturate32((long) high * POLE + (difference << 15) + multiplyRounded(low, POLE));
            int emphasis = multiplyRounded(lastFree, PRE_EMPHASIS);
            lastFree = saturate32((long) lastOffset + 16_384) >> 15;
            signal[k] = add(lastFree, emphasis);
        }
    }

    void reset() {
        lastInput = 0;
        lastOffset = 0;
        lastFree = 0;
    }
}
