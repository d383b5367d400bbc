package org.callwright.media.embedded.rtp;

import java.util.Arrays;

/**
 * Keys on their way to the peer, one after the other. As telephone-events (RFC 4733 section 2.5) each lasts 100 ms and
 * is told every 20 ms, its end three times; as tones each sounds for 100 ms, with 40 ms of silence behind it. Then
 * there are 60 ms of audio. Keys beyond those that can wait are lost.
 */
final class KeySender {

    private static final int MOST = 16;
    private static final int LENGTH = 5;
    private static final int REPEATS = 2;
    private static final int PAUSE = 3;
    private static final int END = 0x80;
    /** -10 dBm0, as phones send it. */
    private static final int VOLUME = 10;

    private final byte[] waiting = new byte[MOST];
    private int first;
    private int count;
    private int turn;

    /** A key to be told; none of other characters. */
    void add(char key) {
        int event = TelephoneEvents.DIGITS.indexOf(key);
        if (event >= 0 && count < MOST) {
            waiting[(first + count) % MOST] = (byte) event;
            count++;
        }
    }

    /** The next 20 ms: whether they belong to a key, and not to audio. */
    boolean next() {
        if (count > 0 && ++turn > LENGTH + REPEATS + PAUSE) {
            first = (first + 1) % MOST;
            count--;
            turn = count > 0 ? 1 : 0;
        }
        return count > 0 && turn <= LENGTH + REPEATS;
    }

    /** Whether the key begins with these 20 ms. */
    boolean begins() {
        return turn == 1;
    }

    /** Writes what these 20 ms tell; returns the length. */
    int write(byte[] payload, int samplesEach) {
        int duration = Math.min(turn, LENGTH) * samplesEach;
        payload[0] = waiting[first];
        payload[1] = (byte) (turn >= LENGTH ? END | VOLUME : VOLUME);
        payload[2] = (byte) (duration >> 8);
        payload[3] = (byte) duration;
        return TelephoneEvents.PAYLOAD;
    }

    /** Puts what these 20 ms sound like into the place of the samples. */
    void sound(short[] samples, int count) {
        if (turn <= LENGTH) {
            KeyTones.read(waiting[first], (turn - 1) * count, samples, count);
        } else {
            Arrays.fill(samples, 0, count, (short) 0);
        }
    }
}
