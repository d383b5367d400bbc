package org.callwright.phone.media;

import java.util.Arrays;
import java.util.Comparator;

/**
 * ITU-T G.711 by its definition: a code is a sign, a chord and a step; the decoder gives the middle of the interval and
 * the encoder searches the code whose decoded value is nearest. Slow and plain on purpose: it judges faster ones.
 */
final class G711 {

    static final short[] ULAW = new short[256];
    static final short[] ALAW = new short[256];
    private static final byte[] TO_ULAW = new byte[65_536];
    private static final byte[] TO_ALAW = new byte[65_536];

    static {
        for (int code = 0; code < 256; code++) {
            ULAW[code] = decodeUlaw(code);
            ALAW[code] = decodeAlaw(code);
        }
        fillNearest(ULAW, TO_ULAW);
        fillNearest(ALAW, TO_ALAW);
    }

    private G711() {
    }

    private static short decodeUlaw(int code) {
        int bits = ~code & 0xFF;
        int chord = bits >> 4 & 7;
        int magnitude = ((2 * (bits & 15) + 33 << chord) - 33) * 4;
        return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static short decodeAlaw(int code) {
        int bits = code ^ 0x55;
        int chord = bits >> 4 & 7;
        int step = 2 * (bits & 15) + 1;
        int magnitude = (chord == 0 ? step : step + 32 << chord - 1) * 8;
        return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static void fillNearest(short[] decode, byte[] encode) {
        Integer[] codes = new Integer[256];
        for (int i = 0; i < 256; i++) {
            codes[i] = i;
        }
        Arrays.sort(codes, Comparator.comparingInt(code -> decode[code]));
        int at = 0;
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            while (at < 255 && Math.abs(decode[codes[at + 1]] - sample) <= Math.abs(decode[codes[at]] - sample)) {
                at++;
            }
            encode[sample & 0xFFFF] = codes[at].byteValue();
        }
    }

    static byte encodeUlaw(short sample) {
        return TO_ULAW[sample & 0xFFFF];
    }

    static byte encodeAlaw(short sample) {
        return TO_ALAW[sample & 0xFFFF];
    }
}
