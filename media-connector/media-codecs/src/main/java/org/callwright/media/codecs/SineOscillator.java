package org.callwright.media.codecs;

/** A sine at 8 kHz without end, made by rotating a phasor: no call of a trigonometric function per sample. */
public final class SineOscillator {

    private static final int SAMPLE_RATE = 8000;

    private final double amplitude;
    private final double stepCos;
    private final double stepSin;
    private double cos = 1;
    private double sin;

    /** @param amplitude peak, up to 32767 */
    public SineOscillator(double hertz, double amplitude) {
        double step = 2 * Math.PI * hertz / SAMPLE_RATE;
        this.amplitude = amplitude;
        this.stepCos = Math.cos(step);
        this.stepSin = Math.sin(step);
    }

    /** Writes the next {@code count} samples. */
    public void read(short[] samples, int offset, int count) {
        for (int i = 0; i < count; i++) {
            samples[offset + i] = (short) Math.round(amplitude * sin);
            double nextCos = cos * stepCos - sin * stepSin;
            sin = sin * stepCos + cos * stepSin;
            cos = nextCos;
        }
        double correction = (3 - (cos * cos + sin * sin)) / 2;
        cos *= correction;
        sin *= correction;
    }
}
