package org.callwright.media.codecs.gsm;

/** The arithmetic operations of GSM 06.10, clause 5.1, on 16-bit words that are held in ints. */
final class FixedPoint {

    private static final int MAX = 32_767;
    private static final int MIN = -32_768;

    private FixedPoint() {
    }

    static int saturate(int value) {
        return value > MAX ? MAX : Math.max(value, MIN);
    }

    static int saturate32(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    static int add(int a, int b) {
        return saturate(a + b);
    }

    static int subtract(int a, int b) {
        return saturate(a - b);
    }

    /** Product of two fractions, cut off. */
    static int multiply(int a, int b) {
        return saturate(a * b >> 15);
    }

    /** Product of two fractions, rounded. */
    static int multiplyRounded(int a, int b) {
        return saturate(a * b + 16_384 >> 15);
    }

    /** Magnitude; that of the lowest word is the highest one. */
    static int magnitude(int a) {
        return a == MIN ? MAX : Math.abs(a);
    }

    /** By how many places a positive 32-bit value can be shifted left before it reaches the sign. */
    static int headroom(int value) {
        return Integer.numberOfLeadingZeros(value) - 1;
    }

    /** Quotient of two words as a fraction; {@code 0 <= numerator <= denominator} and the latter is not zero. */
    static int divide(int numerator, int denominator) {
        return numerator == denominator ? MAX : (numerator << 15) / denominator;
    }
}
