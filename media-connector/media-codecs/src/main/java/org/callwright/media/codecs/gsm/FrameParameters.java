package org.callwright.media.codecs.gsm;

/** The 76 parameters of a frame, and their places among its bits: each most significant bit first, after a 0xD. */
final class FrameParameters {

    static final int SUBFRAMES = 4;
    static final int PULSES = 13;
    static final int COEFFICIENTS = 8;

    private static final int SIGNATURE = 0xD;
    private static final int[] RATIO_BITS = {6, 6, 5, 5, 4, 4, 3, 3};

    /** Coded logarithmic area ratios. */
    final int[] ratios = new int[COEFFICIENTS];
    /** Lag of the long term predictor, by subframe. */
    final int[] lag = new int[SUBFRAMES];
    /** Coded gain of the long term predictor. */
    final int[] gain = new int[SUBFRAMES];
    /** Where the grid of pulses begins, 0 to 3. */
    final int[] grid = new int[SUBFRAMES];
    /** Coded height of the highest pulse. */
    final int[] height = new int[SUBFRAMES];
    /** Coded pulses. */
    final int[][] pulses = new int[SUBFRAMES][PULSES];

    private byte[] bytes;
    private int position;
    private int bits;
    private int pending;

    void write(byte[] frame, int offset) {
        begin(frame, offset);
        put(SIGNATURE, 4);
        for (int i = 0; i < COEFFICIENTS; i++) {
            put(ratios[i], RATIO_BITS[i]);
        }
        for (int sub = 0; sub < SUBFRAMES; sub++) {
            put(lag[sub], 7);
            put(gain[sub], 2);
            put(grid[sub], 2);
            put(height[sub], 6);
            for (int pulse : pulses[sub]) {
                put(pulse, 3);
            }
        }
    }

    /** Whether the frame has the signature; nothing is read when it has not. */
    boolean read(byte[] frame, int offset) {
        if ((frame[offset] >> 4 & 0xF) != SIGNATURE) {
            return false;
        }
        begin(frame, offset);
        get(4);
        for (int i = 0; i < COEFFICIENTS; i++) {
            ratios[i] = get(RATIO_BITS[i]);
        }
        for (int sub = 0; sub < SUBFRAMES; sub++) {
            lag[sub] = get(7);
            gain[sub] = get(2);
            grid[sub] = get(2);
            height[sub] = get(6);
            for (int i = 0; i < PULSES; i++) {
                pulses[sub][i] = get(3);
            }
        }
        return true;
    }

    private void begin(byte[] frame, int offset) {
        bytes = frame;
        position = offset;
        bits = 0;
        pending = 0;
    }

    private void put(int value, int count) {
        pending = pending << count | value;
        bits += count;
        while (bits >= 8) {
            bits -= 8;
            bytes[position++] = (byte) (pending >> bits);
        }
    }

    private int get(int count) {
        while (bits < count) {
            pending = pending << 8 | bytes[position++] & 0xFF;
            bits += 8;
        }
        bits -= count;
        return pending >> bits & (1 << count) - 1;
    }
}
