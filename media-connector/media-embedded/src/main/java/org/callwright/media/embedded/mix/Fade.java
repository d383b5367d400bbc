package org.callwright.media.embedded.mix;

import org.callwright.media.codecs.Saturation;

/** Begins and ends audio within one frame, so that a voice that is cut in or off does not click. */
final class Fade {

    private Fade() {
    }

    /** From nothing to all. */
    static void in(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (frame[i] * i / frame.length);
        }
    }

    /** From all to nothing. */
    static void out(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (frame[i] * (frame.length - i) / frame.length);
        }
    }

    /** Adds to the frame the end of what was heard before. */
    static void addOut(short[] frame, short[] before) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = Saturation.of(frame[i] + before[i] * (frame.length - i) / frame.length);
        }
    }
}
