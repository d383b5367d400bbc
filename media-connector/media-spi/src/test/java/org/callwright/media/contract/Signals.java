package org.callwright.media.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** Audio that tests send and look for. */
final class Signals {

    private Signals() {
    }

    /** A loud sweep in which no stretch looks like another; of mu-law's values only, so it comes through exactly. */
    static short[] marked(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) (12_000 * Math.sin(i * (0.2 + i * 1e-6)) + 3000 * Math.sin(i * 0.0171));
        }
        return Mulaw.decode(Mulaw.encode(samples));
    }

    /** Noise, likewise. */
    static short[] noise(int count) {
        Random random = new Random(count);
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) (random.nextInt(20_000) - 10_000);
        }
        return Mulaw.decode(Mulaw.encode(samples));
    }

    static short[] concat(short[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        short[] all = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Where the second is found in the first, or -1. */
    static int find(short[] all, short[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    /** How many frames of the second are found in the first whole and one after the other, whatever lies between. */
    static int framesInOrder(byte[] heard, byte[] sent) {
        int found = 0;
        int from = 0;
        for (int at = 0; at + RtpPeer.FRAME <= sent.length; at += RtpPeer.FRAME) {
            int place = from;
            while (place + RtpPeer.FRAME <= heard.length
                    && !Arrays.equals(heard, place, place + RtpPeer.FRAME, sent, at, at + RtpPeer.FRAME)) {
                place++;
            }
            if (place + RtpPeer.FRAME <= heard.length) {
                found++;
                from = place + RtpPeer.FRAME;
            }
        }
        return found;
    }

    /** Without the silence before and behind. */
    static short[] trimmed(short[] samples) {
        int from = 0;
        int to = samples.length;
        while (from < to && samples[from] == 0) {
            from++;
        }
        while (to > from && samples[to - 1] == 0) {
            to--;
        }
        return Arrays.copyOfRange(samples, from, to);
    }

    /** Whether nearly all energy is at that frequency. */
    static boolean tone(short[] samples, double hertz) {
        return share(samples, hertz) > 0.9;
    }

    /** How much of the energy is at that frequency; 0 for silence. */
    static double share(short[] samples, double hertz) {
        double sin = 0;
        double cos = 0;
        double energy = 0;
        for (int i = 0; i < samples.length; i++) {
            sin += samples[i] * Math.sin(2 * Math.PI * hertz * i / 8000);
            cos += samples[i] * Math.cos(2 * Math.PI * hertz * i / 8000);
            energy += (double) samples[i] * samples[i];
        }
        return energy == 0 ? 0 : 2 * (sin * sin + cos * cos) / samples.length / energy;
    }

    /** How alike the second is to the stretch of the first that is most like it: 1 is the same but for its level. */
    static double likeness(short[] all, short[] part) {
        double best = 0;
        double power = 0;
        for (int i = 0; i < part.length && i < all.length; i++) {
            power += (double) all[i] * all[i];
        }
        for (int at = 0; at + part.length <= all.length; at++) {
            double product = 0;
            for (int i = 0; i < part.length; i++) {
                product += (double) all[at + i] * part[i];
            }
            best = Math.max(best, product / Math.sqrt(Math.max(1, power)));
            if (at + part.length < all.length) {
                power += (double) all[at + part.length] * all[at + part.length] - (double) all[at] * all[at];
            }
        }
        double own = 0;
        for (short sample : part) {
            own += (double) sample * sample;
        }
        return best / Math.sqrt(Math.max(1, own));
    }

    static Duration length(int samples) {
        return Duration.ofNanos(samples * 125_000L);
    }
}
