package org.callwright.media.codecs;

/** Power of one frequency in a stretch of samples (Goertzel's recurrence, which is one bin of a Fourier transform). */
public final class Goertzel {

    private Goertzel() {
    }

    /**
     * Amplitude of the sine of that frequency.
     *
     * @return 0 to 32767, peak, in sample units
     */
    public static double amplitude(short[] samples, int offset, int count, double hertz, int sampleRate) {
        double omega = 2 * Math.PI * hertz / sampleRate;
        double coefficient = 2 * Math.cos(omega);
        double previous = 0;
        double beforeThat = 0;
        for (int i = 0; i < count; i++) {
            double now = samples[offset + i] + coefficient * previous - beforeThat;
            beforeThat = previous;
            previous = now;
        }
        double power = previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
        return count == 0 ? 0 : 2 * Math.sqrt(Math.max(0, power)) / count;
    }

    /**
     * How much of the whole energy is at that frequency.
     *
     * @return 0 (none, or silence) to 1 (a pure tone)
     */
    public static double share(short[] samples, int offset, int count, double hertz, int sampleRate) {
        double energy = 0;
        for (int i = 0; i < count; i++) {
            energy += (double) samples[offset + i] * samples[offset + i];
        }
        if (energy == 0) {
            return 0;
        }
        double amplitude = amplitude(samples, offset, count, hertz, sampleRate);
        return Math.min(1, amplitude * amplitude / 2 * count / energy);
    }
}
