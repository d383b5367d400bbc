package org.callwright.media.embedded.rtp;

import org.callwright.media.codecs.Tones;

/** The sixteen keys as they sound (ITU-T Q.23), for peers that take no telephone-events; made once for all legs. */
final class KeyTones {

    /** Samples of a key: 100 ms. */
    static final int SAMPLES = 800;

    private static final String KEYPAD = "123A456B789C*0#D";
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    /** Of either tone; phones send them about as loud. */
    private static final double DBM0 = -9;
    private static final short[][] BY_EVENT = new short[KEYPAD.length()][];

    static {
        for (int event = 0; event < BY_EVENT.length; event++) {
            int place = KEYPAD.indexOf(TelephoneEvents.DIGITS.charAt(event));
            short[] tone = Tones.sine(ROWS[place / 4], Tones.peak(DBM0), SAMPLES);
            short[] column = Tones.sine(COLUMNS[place % 4], Tones.peak(DBM0), SAMPLES);
            for (int i = 0; i < SAMPLES; i++) {
                tone[i] += column[i];
            }
            BY_EVENT[event] = tone;
        }
    }

    private KeyTones() {
    }

    /** Writes a piece of an event's tone, from the beginning of the samples on. */
    static void read(int event, int from, short[] samples, int count) {
        System.arraycopy(BY_EVENT[event], from, samples, 0, count);
    }
}
