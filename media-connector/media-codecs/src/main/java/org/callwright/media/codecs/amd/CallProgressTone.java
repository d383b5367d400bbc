package org.callwright.media.codecs.amd;

import org.callwright.media.codecs.Goertzel;

/**
 * Ring-back that the exchange still sends when the call is already answered (425 Hz, 400 + 450 Hz or 440 + 480 Hz,
 * ITU-T E.180): nearly all energy lies between 330 and 520 Hz.
 */
final class CallProgressTone {

    /** No tone of ring-back is higher. */
    static final double MAX_HERTZ = 520;

    private static final int RATE = 8000;
    private static final double SHARE = 0.8;

    private CallProgressTone() {
    }

    /** Whether a frame of 20 ms is such a tone. */
    static boolean in(short[] frame, int count) {
        double share = 0;
        for (int hertz = 350; hertz <= 500; hertz += 50) {
            share += Goertzel.share(frame, 0, count, hertz, RATE);
        }
        return share >= SHARE;
    }
}
