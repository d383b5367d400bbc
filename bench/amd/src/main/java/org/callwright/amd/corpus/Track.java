package org.callwright.amd.corpus;

/** Audio under construction, 8 kHz; 1 is full scale. */
final class Track {

    static final int RATE = 8000;

    private final float[] samples;

    Track(int millis) {
        samples = new float[at(millis)];
    }

    static int at(int millis) {
        return millis * (RATE / 1000);
    }

    static int millis(int count) {
        return count / (RATE / 1000);
    }

    static double gain(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    /** Adds audio from a place on; what goes beyond the end is lost. */
    void add(float[] audio, int millis, double decibels) {
        double gain = gain(decibels);
        int start = at(millis);
        for (int i = 0; i < audio.length && start + i < samples.length; i++) {
            samples[start + i] += audio[i] * gain;
        }
    }

    float[] samples() {
        return samples;
    }
}
