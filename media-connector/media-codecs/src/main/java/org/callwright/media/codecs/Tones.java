package org.callwright.media.codecs;

import java.time.Duration;

/** Ready-made tones at 8 kHz. */
public final class Tones {

    /** Frequency of {@link #beep} in hertz. */
    public static final int BEEP_HERTZ = 1000;
    /** Length of {@link #beep}. */
    public static final Duration BEEP_LENGTH = Duration.ofMillis(400);

    private static final double BEEP_DBM0 = -10;
    private static final int RAMP = 80;

    private Tones() {
    }

    /** The sound that asks to speak: 400 ms of 1 kHz, softly switched on and off within 10 ms. */
    public static short[] beep() {
        short[] beep = sine(BEEP_HERTZ, peak(BEEP_DBM0), (int) BEEP_LENGTH.toMillis() * 8);
        for (int i = 0; i < RAMP; i++) {
            beep[i] = (short) (beep[i] * i / RAMP);
            beep[beep.length - 1 - i] = (short) (beep[beep.length - 1 - i] * i / RAMP);
        }
        return beep;
    }

    /** A sine; {@code amplitude} is its peak. */
    public static short[] sine(double hertz, double amplitude, int count) {
        short[] samples = new short[count];
        new SineOscillator(hertz, amplitude).read(samples, 0, count);
        return samples;
    }

    /** Peak amplitude of a sine of that level; 0 dBm0 is 3 dB below full scale. */
    public static double peak(double dbm0) {
        return 32_767 * Math.pow(10, Math.min(0, dbm0 - 3) / 20);
    }
}
