package org.callwright.amd.corpus;

import java.util.Random;

/** Sounds of rooms and lines; those that last have the mean power 1. */
final class Noise {

    private Noise() {
    }

    /** Hiss: all frequencies alike. */
    static float[] white(int count, Random random) {
        float[] noise = new float[count];
        for (int i = 0; i < count; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** A car or a fan: mostly low frequencies, swelling a little. */
    static float[] rumble(int count, Random random) {
        float[] noise = new float[count];
        double low = 0;
        double swell = 2 * Math.PI * (0.1 + 0.4 * random.nextDouble()) / Track.RATE;
        for (int i = 0; i < count; i++) {
            low = 0.85 * low + random.nextGaussian();
            noise[i] = (float) (low * (1 + 0.3 * Math.sin(swell * i)));
        }
        return level(noise);
    }

    /** Mains hum with harmonics, and hiss. */
    static float[] hum(int count, Random random) {
        double step = 2 * Math.PI * (random.nextBoolean() ? 50 : 60) / Track.RATE;
        float[] noise = new float[count];
        for (int i = 0; i < count; i++) {
            noise[i] = (float) (Math.sin(step * i) + 0.5 * Math.sin(3 * step * i) + 0.25 * Math.sin(5 * step * i)
                    + 0.2 * random.nextGaussian());
        }
        return level(noise);
    }

    /** Handling of the phone: a click that rings for some milliseconds. */
    static float[] click(Random random) {
        float[] click = new float[Track.at(10 + random.nextInt(40))];
        for (int i = 0; i < click.length; i++) {
            click[i] = (float) (random.nextGaussian() * Math.exp(-4.0 * i / click.length));
        }
        return click;
    }

    /** Sines together, switched on and off within 5 ms, their amplitude 1 each. */
    static float[] tone(int millis, double... hertz) {
        float[] tone = new float[Track.at(millis)];
        int ramp = Track.at(5);
        for (int i = 0; i < tone.length; i++) {
            double sum = 0;
            for (double each : hertz) {
                sum += Math.sin(2 * Math.PI * each * i / Track.RATE);
            }
            tone[i] = (float) (sum * Math.min(1.0, Math.min(i, tone.length - 1 - i) / (double) ramp));
        }
        return tone;
    }

    static float[] level(float[] noise) {
        double power = 0;
        for (float sample : noise) {
            power += (double) sample * sample;
        }
        double scale = power == 0 ? 0 : 1 / Math.sqrt(power / noise.length);
        for (int i = 0; i < noise.length; i++) {
            noise[i] *= (float) scale;
        }
        return noise;
    }
}
