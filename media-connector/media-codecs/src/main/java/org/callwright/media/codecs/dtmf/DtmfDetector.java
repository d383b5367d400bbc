package org.callwright.media.codecs.dtmf;

import java.util.Arrays;

/**
 * Tells keys from their tones (ITU-T Q.24): two sines, one of each group, that make up nearly all of what is heard,
 * with the higher one between 8 dB weaker and 4 dB stronger, within 1.5 % of their frequencies, for 40 ms at least. A
 * key is told once, while it is still pressed; a pause of 40 ms, or another key, ends it.
 *
 * <p>Audio is looked at in blocks of 12.75 ms. Since a tone that fills a part of a block shows that part of its
 * amplitude, the sum of the amplitudes says how long it lasted, to a fraction of a block: so 23 ms are refused and
 * 40 ms taken, wherever the blocks happen to begin.
 *
 * <p>Belongs to one stream and one thread; allocates nothing after construction.
 */
public final class DtmfDetector {

    private static final int BLOCK = 102;
    private static final String KEYS = "123A456B789C*0#D";
    private static final int NONE = -1;
    /** Samples from which a tone is a key: half way between 23 and 40 ms, rather to the longer. */
    private static final double SHORTEST = 260;
    /** About -50 dB of full scale. */
    private static final double WEAKEST = 100;
    /** The pair's part of a block's energy, coarsely: the block is short, and the tones may be 1.5 % off. */
    private static final double COARSE_SHARE = 0.55;
    private static final double COARSE_TWIST = decibels(14);
    /** The pair's part of the energy of two blocks, at its true frequencies; noise 15 dB below takes 3 %. */
    private static final double SHARE = 0.9;
    private static final double STRONGEST_HIGH = decibels(5);
    private static final double WEAKEST_HIGH = decibels(-10.5);
    /** How strong the others of a group may seem beside the one that sounds; the other group and noise leak into them. */
    private static final double OTHERS = 0.7;
    /** Blocks without the tone after which the key was let go. */
    private static final int PAUSE = 2;

    private final Receiver receiver;
    /** The block before and the present one. */
    private final short[] samples = new short[2 * BLOCK];
    private double[] before = new double[ToneBank.TONES];
    private double[] now = new double[ToneBank.TONES];
    private int filled;
    private int key = NONE;
    private double peak;
    private double sum;
    private int hits;
    private int misses;
    private boolean precise;
    private boolean told;

    /** Takes the keys. */
    public interface Receiver {

        /** @param key one of {@code 0-9 * # A-D} */
        void key(char key);
    }

    public DtmfDetector(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Takes the next samples of the stream (8 kHz). */
    public void accept(short[] source, int offset, int count) {
        int at = offset;
        int left = count;
        while (left > 0) {
            int taken = Math.min(left, BLOCK - filled);
            System.arraycopy(source, at, samples, BLOCK + filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
            if (filled == BLOCK) {
                block();
                System.arraycopy(samples, BLOCK, samples, 0, BLOCK);
                filled = 0;
            }
        }
    }

    /** Silence of some length, or another stream: what comes next has nothing to do with what was. */
    public void pause() {
        key = NONE;
        filled = 0;
        Arrays.fill(before, 0);
    }

    private void block() {
        ToneBank.measure(samples, BLOCK, BLOCK, now);
        int heard = heard();
        if (heard != NONE && heard != key) {
            begin(heard);
        } else if (heard != NONE) {
            goOn();
        } else if (key != NONE) {
            fade();
        }
        double[] recycled = before;
        before = now;
        now = recycled;
    }

    private void begin(int heard) {
        key = heard;
        peak = pair(now, key);
        sum = peak + Math.min(peak, pair(before, key));
        hits = 1;
        misses = 0;
        precise = false;
        told = false;
    }

    private void goOn() {
        hits++;
        misses = 0;
        add();
        if (!precise && hits > 1) {
            precise = precise();
        }
        tell();
    }

    /** Looks closer, at two blocks and around the frequencies: speech may seem to be two tones, but not two pure ones. */
    private boolean precise() {
        double low = ToneBank.precise(samples, 0, samples.length, row(key));
        double high = ToneBank.precise(samples, 0, samples.length, column(key));
        return high >= low * WEAKEST_HIGH && high <= low * STRONGEST_HIGH
                && power(low, high) * samples.length >= SHARE * energy(0);
    }

    private void fade() {
        hits = 0;
        if (misses == 0) {
            add();
            tell();
        }
        if (pair(now, key) < peak / 2 && ++misses == PAUSE) {
            key = NONE;
        }
    }

    private void add() {
        double strength = pair(now, key);
        sum += strength;
        peak = Math.max(peak, strength);
    }

    private void tell() {
        if (!told && precise && BLOCK * sum / peak >= SHORTEST) {
            told = true;
            receiver.key(KEYS.charAt(key));
        }
    }

    /** The key whose tones are in the present block, or none. */
    private int heard() {
        int row = strongest(0);
        int column = strongest(ToneBank.GROUP);
        double low = now[row];
        double high = now[column];
        if (low < WEAKEST || high < WEAKEST || Math.max(low, high) > Math.min(low, high) * COARSE_TWIST
                || !alone(row) || !alone(column) || power(low, high) * BLOCK < COARSE_SHARE * energy(BLOCK)) {
            return NONE;
        }
        return row * ToneBank.GROUP + column - ToneBank.GROUP;
    }

    private static double power(double low, double high) {
        return (low * low + high * high) / 2;
    }

    private double energy(int from) {
        double energy = 0;
        for (int i = from; i < samples.length; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return energy;
    }

    private static double decibels(double ratio) {
        return Math.pow(10, ratio / 20);
    }

    private int strongest(int group) {
        int best = group;
        for (int i = group + 1; i < group + ToneBank.GROUP; i++) {
            if (now[i] > now[best]) {
                best = i;
            }
        }
        return best;
    }

    private boolean alone(int tone) {
        int group = tone / ToneBank.GROUP * ToneBank.GROUP;
        for (int i = group; i < group + ToneBank.GROUP; i++) {
            if (i != tone && now[i] > now[tone] * OTHERS) {
                return false;
            }
        }
        return true;
    }

    private static double pair(double[] amplitudes, int key) {
        return amplitudes[row(key)] + amplitudes[column(key)];
    }

    private static int row(int key) {
        return key / ToneBank.GROUP;
    }

    private static int column(int key) {
        return ToneBank.GROUP + key % ToneBank.GROUP;
    }
}
