package org.callwright.load.audio;

import java.util.Arrays;

/**
 * ITU-T G.711 mu-law between codes and 16-bit samples. Reading back is exact on purpose: a sample that no code stands
 * for was changed on its way.
 */
public final class Ulaw {

    /** What a sample is that no code stands for. */
    public static final short NO_CODE = -1;

    private static final short[] TO_LINEAR = new short[256];
    private static final short[] TO_CODE = new short[65_536];

    static {
        Arrays.fill(TO_CODE, NO_CODE);
        for (int code = 0; code < 256; code++) {
            int bits = ~code & 0xFF;
            int magnitude = ((2 * (bits & 15) + 33 << (bits >> 4 & 7)) - 33) * 4;
            TO_LINEAR[code] = (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
            TO_CODE[TO_LINEAR[code] & 0xFFFF] = (short) code;
        }
    }

    private Ulaw() {
    }

    /** @param code 0 to 255 */
    public static short linear(int code) {
        return TO_LINEAR[code & 0xFF];
    }

    /** The code whose value is exactly this sample (of the two for zero the positive one), or {@link #NO_CODE}. */
    public static short exactCode(short sample) {
        return TO_CODE[sample & 0xFFFF];
    }
}
