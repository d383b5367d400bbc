package org.callwright.bench.media.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.callwright.media.spi.MediaCodec;

/**
 * Audio that works a codec as speech does, and says a name once a second: 800 ms of voiced and unvoiced stretches, then
 * 200 ms of the tone that stands for the name.
 */
public final class NamedAudio {

    /** Names are numbered from 0 to below this. */
    public static final int NAMES = 12;

    static final int SAMPLE_RATE = 8000;
    private static final int SECONDS = 5;
    private static final int FRAME = 160;
    private static final int SPEECH = 6400;
    private static final int PHONEME = 1600;
    private static final double TONE_LEVEL = 8000;

    private NamedAudio() {
    }

    /** Frequency of a name's tone, in hertz. */
    static double hertz(int name) {
        return 1000 + 100 * name;
    }

    /**
     * Some seconds of it, coded so that the last packet may be followed by the first.
     *
     * @param encoder in which nothing was coded yet
     * @return a payload for each 20 ms
     */
    public static List<byte[]> payloads(int name, MediaCodec encoder) {
        short[] samples = samples(name);
        byte[] payload = new byte[2 * FRAME];
        List<byte[]> payloads = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            payloads.clear();
            for (int at = 0; at < samples.length; at += FRAME) {
                payloads.add(Arrays.copyOf(payload, encoder.encode(samples, at, FRAME, payload, 0)));
            }
        }
        return payloads;
    }

    static short[] samples(int name) {
        short[] samples = new short[SECONDS * SAMPLE_RATE];
        Random random = new Random(name);
        for (int second = 0; second < SECONDS; second++) {
            speak(samples, second * SAMPLE_RATE, random);
            for (int i = SPEECH; i < SAMPLE_RATE; i++) {
                samples[second * SAMPLE_RATE + i] =
                        (short) (TONE_LEVEL * Math.sin(2 * Math.PI * hertz(name) * i / SAMPLE_RATE));
            }
        }
        return samples;
    }

    /** Pulses of a moving pitch or noise, through one resonance. */
    private static void speak(short[] samples, int from, Random random) {
        double last = 0;
        double before = 0;
        int nextPulse = 0;
        for (int i = 0; i < SPEECH; i++) {
            boolean voiced = i / PHONEME % 2 == 0;
            double drive = random.nextGaussian() * (voiced ? 60 : 700);
            if (i == nextPulse) {
                drive += voiced ? 6000 : 0;
                nextPulse += 50 + i / 100 % 30;
            }
            double sample = drive + 1.5 * last - 0.8 * before;
            before = last;
            last = sample;
            samples[from + i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
        }
    }
}
