package org.callwright.phone.trunk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Sound like speech, by formants: neither a recording nor a speech engine, and the same at every start. Words can be
 * guessed at best, but loudness, pauses, pitch and spectrum move as those of a voice do, and that is what a detector of
 * answering machines listens to.
 */
final class Speech {

    private static final int SAMPLES_PER_MILLI = 8;
    private static final double RATE = 8000;
    private static final double HIGHEST = 3400;
    private static final int HARMONICS = 40;
    /** Samples for which the spectrum stays; its formants glide from sound to sound within some of these. */
    private static final int BLOCK = 40;
    private static final double FORMANT_GLIDE = 0.3;
    private static final double LEVEL_GLIDE = 0.02;
    private static final double[] WEIGHTS = {1, 0.7, 0.4};
    private static final double[] WIDTHS = {110, 130, 180};
    private static final double PEAK = 12_000;

    /** A letter: formants in Hz, loudness (the loudest vowel has 1), length; noise has no pitch. */
    private record Sound(double[] formants, double level, int millis, boolean noise) {

        static Sound voice(double first, double second, double third, double level, int millis) {
            return new Sound(new double[] {first, second, third}, level, millis, false);
        }

        static Sound noise(double level, int millis) {
            return new Sound(new double[] {500, 1500, 2500}, level, millis, true);
        }
    }

    /** The closure of b, d, k and so on, and the gap between words. */
    private static final Sound CLOSURE = Sound.noise(0, 50);
    private static final Map<Character, Sound> SOUNDS = new HashMap<>();

    static {
        SOUNDS.put('a', Sound.voice(730, 1090, 2440, 1, 140));
        SOUNDS.put('e', Sound.voice(530, 1840, 2480, 0.9, 120));
        SOUNDS.put('i', Sound.voice(300, 2240, 2950, 0.8, 110));
        SOUNDS.put('o', Sound.voice(570, 930, 2410, 0.8, 140));
        SOUNDS.put('u', Sound.voice(350, 1000, 2240, 0.8, 130));
        SOUNDS.put('y', Sound.voice(300, 2100, 2800, 0.6, 50));
        SOUNDS.put('l', Sound.voice(360, 1300, 2700, 0.6, 70));
        SOUNDS.put('r', Sound.voice(400, 1200, 1700, 0.6, 60));
        SOUNDS.put('m', Sound.voice(300, 1100, 2200, 0.5, 70));
        SOUNDS.put('n', Sound.voice(320, 1500, 2500, 0.5, 70));
        SOUNDS.put('v', Sound.voice(320, 1200, 2300, 0.4, 60));
        SOUNDS.put('z', Sound.noise(0.3, 60));
        SOUNDS.put('s', Sound.noise(0.3, 80));
        SOUNDS.put('h', Sound.noise(0.2, 30));
        SOUNDS.put('f', Sound.noise(0.2, 80));
        SOUNDS.put('j', Sound.noise(0.3, 60));
    }

    private final double[] formants = {500, 1500, 2500};
    private final double[] gains = new double[HARMONICS];
    private final Random random = new Random(1);
    private double level;
    private double phase;

    private Speech() {
    }

    /**
     * Letters as they sound, in one breath.
     *
     * @param from pitch at the beginning in Hz
     * @param to pitch at the end: higher for a question
     */
    static short[] sentence(String letters, double from, double to) {
        List<Sound> sounds = Stream.concat(letters.chars().mapToObj(c -> SOUNDS.getOrDefault((char) c, CLOSURE)),
                Stream.of(CLOSURE)).toList();
        double[] audio = new double[sounds.stream().mapToInt(Sound::millis).sum() * SAMPLES_PER_MILLI];
        Speech speech = new Speech();
        int at = 0;
        for (Sound sound : sounds) {
            for (int i = 0; i < sound.millis() * SAMPLES_PER_MILLI; i++) {
                audio[at] = speech.next(sound, from + (to - from) * at / audio.length, i % BLOCK == 0);
                at++;
            }
        }
        return scaled(audio);
    }

    private double next(Sound sound, double pitch, boolean block) {
        if (block) {
            shape(sound, pitch);
        }
        level += (sound.level() - level) * LEVEL_GLIDE;
        phase += 2 * Math.PI * pitch / RATE;
        return level * (sound.noise() ? random.nextGaussian() : voice());
    }

    private double voice() {
        double sum = 0;
        for (int i = 0; i < HARMONICS && gains[i] > 0; i++) {
            // Phases that differ keep the wave from having one sharp peak in each period.
            sum += gains[i] * Math.sin((i + 1) * phase + i * i);
        }
        return sum;
    }

    private void shape(Sound sound, double pitch) {
        for (int i = 0; i < formants.length; i++) {
            formants[i] += (sound.formants()[i] - formants[i]) * FORMANT_GLIDE;
        }
        for (int harmonic = 0; harmonic < HARMONICS; harmonic++) {
            double hertz = (harmonic + 1) * pitch;
            gains[harmonic] = hertz > HIGHEST ? 0 : gain(hertz);
        }
    }

    private double gain(double hertz) {
        double gain = 0;
        for (int i = 0; i < formants.length; i++) {
            double distance = (hertz - formants[i]) / WIDTHS[i];
            gain += WEIGHTS[i] / (1 + distance * distance);
        }
        return gain;
    }

    private static short[] scaled(double[] audio) {
        double peak = 0;
        for (double sample : audio) {
            peak = Math.max(peak, Math.abs(sample));
        }
        short[] samples = new short[audio.length];
        for (int i = 0; i < audio.length; i++) {
            samples[i] = (short) Math.round(audio[i] / peak * PEAK);
        }
        return samples;
    }
}
