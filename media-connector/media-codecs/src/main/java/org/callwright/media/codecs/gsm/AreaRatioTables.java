package org.callwright.media.codecs.gsm;

/** Quantisation of the logarithmic area ratios (tables 5.1 and 5.2). */
final class AreaRatioTables {

    static final int[] SLOPE = {20_480, 20_480, 20_480, 20_480, 13_964, 15_360, 8534, 9036};
    static final int[] OFFSET = {0, 0, 2048, -2560, 94, -1792, -341, -1144};
    static final int[] LOWEST = {-32, -32, -16, -16, -8, -8, -4, -4};
    static final int[] HIGHEST = {31, 31, 15, 15, 7, 7, 3, 3};
    /** One by the slope. */
    static final int[] INVERSE_SLOPE = {13_107, 13_107, 13_107, 13_107, 19_223, 17_476, 31_454, 29_708};

    private AreaRatioTables() {
    }
}
