package org.callwright.phone.media;

import java.time.Duration;

/** Makes audio. */
public final class Tones {

    private static final String KEYS = "123A456B789C*0#D";
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};

    private Tones() {
    }

    /** A sine of half of full scale. */
    public static short[] sine(double hertz, Duration length) {
        return sum(length, 16_000, hertz);
    }

    public static short[] silence(Duration length) {
        return new short[samples(length)];
    }

    /** The two tones of a key (ITU-T Q.23). */
    public static short[] dtmf(char key, Duration length) {
        int index = KEYS.indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException("no DTMF key: " + key);
        }
        return sum(length, 8_000, ROWS[index / 4], COLUMNS[index % 4]);
    }

    /** How many samples a length of time has. */
    public static int samples(Duration length) {
        return (int) (length.toNanos() * 8 / 1_000_000);
    }

    private static short[] sum(Duration length, double amplitude, double... frequencies) {
        short[] samples = new short[samples(length)];
        for (int i = 0; i < samples.length; i++) {
            double value = 0;
            for (double hertz : frequencies) {
                value += amplitude * Math.sin(2 * Math.PI * hertz * i / 8000);
            }
            samples[i] = (short) Math.round(value);
        }
        return samples;
    }
}
