package org.callwright.load.audio;

/**
 * One frame of marked audio: 160 mu-law codes, 20 ms. It begins with four codes that occur nowhere else, says its
 * stream, its number and a checksum of both, and fills the rest with codes drawn from stream and number. So whoever
 * reads it back knows which frame it is, and for every sample what it must be, wherever the frame was found.
 */
public final class MarkedFrame {

    /** Samples of a frame. */
    public static final int SAMPLES = 160;
    /** Streams are numbered from 0 to below this. */
    public static final int STREAMS = 1 << 16;
    /** Frames of a stream are numbered from 0 to below this: almost six hours. */
    public static final int NUMBERS = 1 << 20;
    static final long NOT_A_FRAME = -1;

    private static final int[] PREAMBLE = {0x80, 0x00, 0x80, 0x00};
    private static final int STREAM_AT = 4;
    private static final int NUMBER_AT = 8;
    private static final int CHECK_AT = 13;
    private static final int BODY_AT = 15;
    private static final int SYMBOL = 0x90;

    private MarkedFrame() {
    }

    /** Writes a frame to 160 places of the array. */
    public static void write(int stream, int number, byte[] out, int at) {
        for (int i = 0; i < PREAMBLE.length; i++) {
            out[at + i] = (byte) PREAMBLE[i];
        }
        digits(stream, 4, out, at + STREAM_AT);
        digits(number, 5, out, at + NUMBER_AT);
        digits(check(stream, number), 2, out, at + CHECK_AT);
        long random = seed(stream, number);
        for (int i = BODY_AT; i < SAMPLES; i++) {
            random = next(random);
            out[at + i] = (byte) bodyCode(random);
        }
    }

    private static void digits(int value, int count, byte[] out, int at) {
        for (int i = 0; i < count; i++) {
            out[at + i] = (byte) (SYMBOL | value >> 4 * (count - 1 - i) & 15);
        }
    }

    /** Stream in the upper and number in the lower 32 bits of what begins here, or {@link #NOT_A_FRAME}. */
    static long identify(short[] codes, int at) {
        for (int i = 0; i < PREAMBLE.length; i++) {
            if (codes[at + i] != PREAMBLE[i]) {
                return NOT_A_FRAME;
            }
        }
        int stream = value(codes, at + STREAM_AT, 4);
        int number = value(codes, at + NUMBER_AT, 5);
        int check = value(codes, at + CHECK_AT, 2);
        boolean sound = stream >= 0 && number >= 0 && check == check(stream, number);
        return sound ? (long) stream << 32 | number : NOT_A_FRAME;
    }

    private static int value(short[] codes, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if ((codes[at + i] & ~15) != SYMBOL) {
                return -1;
            }
            value = value << 4 | codes[at + i] & 15;
        }
        return value;
    }

    /** How many samples behind the head differ from what was written. */
    static int changedSamples(int stream, int number, short[] codes, int at) {
        int changed = 0;
        long random = seed(stream, number);
        for (int i = BODY_AT; i < SAMPLES; i++) {
            random = next(random);
            if (codes[at + i] != bodyCode(random)) {
                changed++;
            }
        }
        return changed;
    }

    private static int check(int stream, int number) {
        return (int) (next(seed(stream, number) ^ 0x5DEECE66DL) >>> 40) & 0xFF;
    }

    private static long seed(int stream, int number) {
        return ((long) stream << 20 | number) * 0x9E3779B97F4A7C15L | 1;
    }

    /** Marsaglia's xorshift: cheap, and never zero. */
    private static long next(long random) {
        long x = random;
        x ^= x << 13;
        x ^= x >>> 7;
        return x ^ x << 17;
    }

    /** One of 32 loud codes of both signs; none of them is in the preamble or a digit. */
    private static int bodyCode(long random) {
        int bits = (int) (random >>> 32);
        return bits << 3 & 0x80 | 0x20 | bits & 15;
    }
}
