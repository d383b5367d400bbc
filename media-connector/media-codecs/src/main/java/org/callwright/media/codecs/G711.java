package org.callwright.media.codecs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;

/**
 * ITU-T G.711 mu-law and A-law by table. The 256 decoded values of each law follow from the recommendation's segment
 * rule; encoding takes the code whose decoded value lies nearest, so that decoding and encoding again changes nothing.
 */
public final class G711 {

    /** The mu-law code of silence. */
    public static final byte ULAW_SILENCE = (byte) 0xFF;
    /** The A-law code of silence (its smallest positive value, +8). */
    public static final byte ALAW_SILENCE = (byte) 0xD5;

    static final short[] ULAW_TO_LINEAR = decodeTable(G711::expandUlaw);
    static final short[] ALAW_TO_LINEAR = decodeTable(G711::expandAlaw);
    static final byte[] LINEAR_TO_ULAW = nearestCodes(ULAW_TO_LINEAR, ULAW_SILENCE);
    static final byte[] LINEAR_TO_ALAW = nearestCodes(ALAW_TO_LINEAR, ALAW_SILENCE);

    private G711() {
    }

    public static short decodeUlaw(byte code) {
        return ULAW_TO_LINEAR[code & 0xFF];
    }

    public static short decodeAlaw(byte code) {
        return ALAW_TO_LINEAR[code & 0xFF];
    }

    public static byte encodeUlaw(short sample) {
        return LINEAR_TO_ULAW[sample & 0xFFFF];
    }

    public static byte encodeAlaw(short sample) {
        return LINEAR_TO_ALAW[sample & 0xFFFF];
    }

    private static int expandUlaw(int code) {
        int bits = ~code & 0xFF;
        int segment = bits >> 4 & 7;
        int magnitude = ((((bits & 0x0F) << 1) + 33 << segment) - 33) << 2;
        return (bits & 0x80) != 0 ? -magnitude : magnitude;
    }

    private static int expandAlaw(int code) {
        int bits = code ^ 0x55;
        int segment = bits >> 4 & 7;
        int step = ((bits & 0x0F) << 1) + 1;
        int magnitude = (segment == 0 ? step : step + 32 << segment - 1) << 3;
        return (bits & 0x80) != 0 ? magnitude : -magnitude;
    }

    private static short[] decodeTable(IntUnaryOperator expand) {
        short[] table = new short[256];
        for (int code = 0; code < 256; code++) {
            table[code] = (short) expand.applyAsInt(code);
        }
        return table;
    }

    private static byte[] nearestCodes(short[] decoded, byte silence) {
        Integer[] codes = new Integer[256];
        Arrays.setAll(codes, code -> code);
        Arrays.sort(codes, Comparator.comparingInt(code -> decoded[code]));
        byte[] table = new byte[65_536];
        int at = 0;
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            while (at < 255 && nearer(decoded[codes[at + 1]], decoded[codes[at]], sample)) {
                at++;
            }
            table[sample & 0xFFFF] = (byte) (int) codes[at];
        }
        table[0] = silence;
        return table;
    }

    /** A sample half-way between two values belongs to the larger one, as at G.711's decision values. */
    private static boolean nearer(int upper, int lower, int sample) {
        int toUpper = Math.abs(upper - sample);
        int toLower = Math.abs(lower - sample);
        return toUpper < toLower || toUpper == toLower && sample >= 0;
    }
}
