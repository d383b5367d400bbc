package org.callwright.media.codecs.dtmf;

import java.util.Random;

/** A telephone whose keys sound as a test wants them to. */
final class Keypad {

    static final String KEYS = "123A456B789C*0#D";

    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};

    private final Random random = new Random(24);
    double toneMillis = 50;
    double pauseMillis = 50;
    /** Peak of both tones together; 32,767 is full scale. */
    double level = 16_000;
    /** By how many dB the high tone is stronger than the low one. */
    double twist;
    double rowOff;
    double columnOff;
    /** Signal to noise in dB. */
    double snr = 60;

    /** Silence, then each key, each followed by its pause; begins at another place each time. */
    short[] press(String keys) {
        int lead = 200 + random.nextInt(300);
        int tone = (int) (toneMillis * 8);
        int pause = (int) (pauseMillis * 8);
        short[] samples = new short[lead + keys.length() * (tone + pause) + 400];
        double high = Math.pow(10, twist / 20);
        double low = level / (1 + high);
        double noise = Math.sqrt(low * low * (1 + high * high) / 2) * Math.pow(10, -snr / 20);
        int at = lead;
        for (char key : keys.toCharArray()) {
            int index = KEYS.indexOf(key);
            double row = ROWS[index / 4] * (1 + rowOff) * 2 * Math.PI / 8000;
            double column = COLUMNS[index % 4] * (1 + columnOff) * 2 * Math.PI / 8000;
            double phase = random.nextDouble() * 7;
            for (int i = 0; i < tone; i++) {
                samples[at + i] = (short) (low * (Math.sin(row * i + phase) + high * Math.sin(column * i)));
            }
            at += tone + pause;
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.max(-32_768, Math.min(32_767, samples[i] + random.nextGaussian() * noise));
        }
        return samples;
    }
}
