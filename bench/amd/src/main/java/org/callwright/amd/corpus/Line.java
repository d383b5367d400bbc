package org.callwright.amd.corpus;

import java.util.BitSet;
import java.util.Random;
import org.callwright.media.codecs.G711;

/** What the telephone makes of audio: 300 to 3400 Hz, G.711, lost packets. */
final class Line {

    private Line() {
    }

    /** Band-pass of second order at each end. */
    static void limitBand(float[] samples) {
        biquad(samples, 300, true);
        biquad(samples, 3400, false);
    }

    private static void biquad(float[] samples, double hertz, boolean high) {
        double w = 2 * Math.PI * hertz / Track.RATE;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double cos = Math.cos(w);
        double edge = high ? (1 + cos) / 2 : (1 - cos) / 2;
        double middle = high ? -(1 + cos) : 1 - cos;
        double a0 = 1 + alpha;
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < samples.length; i++) {
            double x = samples[i];
            double y = (edge * x + middle * x1 + edge * x2 + 2 * cos * y1 - (1 - alpha) * y2) / a0;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            samples[i] = (float) y;
        }
    }

    /** As linear samples after one passage of G.711. */
    static short[] coded(float[] samples, boolean alaw) {
        short[] coded = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            short linear = (short) Math.max(-32_768, Math.min(32_767, Math.round(samples[i] * 32_767)));
            coded[i] = alaw ? G711.decodeAlaw(G711.encodeAlaw(linear)) : G711.decodeUlaw(G711.encodeUlaw(linear));
        }
        return coded;
    }

    /** Which packets of 20 ms are lost. */
    static BitSet losses(int packets, double rate, Random random) {
        BitSet lost = new BitSet(packets);
        for (int i = 0; i < packets; i++) {
            lost.set(i, random.nextDouble() < rate);
        }
        return lost;
    }
}
