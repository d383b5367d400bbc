package org.callwright.media.codecs;

/** Sums of samples, kept within 16 bits. */
public final class Saturation {

    private Saturation() {
    }

    /** The sum, or the largest or smallest sample when it is beyond. */
    public static short of(int sum) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
    }
}
