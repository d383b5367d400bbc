package org.callwright.phone.trunk;

import org.callwright.phone.media.Audio;
import org.callwright.phone.media.Metronome;

/**
 * Tells from the audio of a caller when it speaks. An utterance has at least 200 ms of sound; it is over after 1.5 s of
 * silence: more than a speech engine leaves between and behind its sentences.
 */
final class Hearing {

    private static final int UTTERANCE_MILLIS = 200;
    private static final int OVER_MILLIS = 1500;
    private static final int SAMPLES_PER_MILLI = 8;

    private int sound;
    private int utterance;
    private int quiet;
    private boolean over;

    /** Takes a packet. */
    void heard(short[] samples) {
        if (loud(samples)) {
            sound += samples.length / SAMPLES_PER_MILLI;
            utterance += samples.length / SAMPLES_PER_MILLI;
            quiet = 0;
        }
    }

    /** 20 ms have passed, and what came in them has been taken. */
    void tick() {
        quiet += Metronome.TICK_MILLIS;
        over = utterance >= UTTERANCE_MILLIS && quiet >= OVER_MILLIS;
        if (quiet >= OVER_MILLIS) {
            utterance = 0;
        }
    }

    private static boolean loud(short[] samples) {
        long sum = 0;
        for (short sample : samples) {
            sum += Math.abs(sample);
        }
        return samples.length > 0 && sum / samples.length > Audio.SOUND_LEVEL;
    }

    /** All sound so far, in milliseconds. */
    int soundMillis() {
        return sound;
    }

    /** Sound of the utterance that goes on, in milliseconds; 0 when there is silence. */
    int utteranceMillis() {
        return utterance;
    }

    /** Whether an utterance was found to be over with this tick. */
    boolean fellSilent() {
        return over;
    }
}
