package org.callwright.media.judge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Audio at 8 kHz to try codecs with, the same on every machine, and what is measured on it. */
public final class Audio {

    private static final int SECOND = 8000;

    private Audio() {
    }

    /** 48 seconds of all kinds: sweeps, noise of all levels, silence, full-scale squares, clicks, pairs of tones. */
    public static short[] mixed() {
        Random random = new Random(610);
        return join(new short[SECOND], sweep(8 * SECOND, 60, 3900, 30_000), sweep(4 * SECOND, 3900, 20, 500),
                noise(random, 4 * SECOND, 200), noise(random, 4 * SECOND, 6000), noise(random, 2 * SECOND, 40_000),
                square(2 * SECOND, 40), square(2 * SECOND, 7), square(2 * SECOND, 1234), new short[2 * SECOND],
                clicks(4 * SECOND), pair(3 * SECOND, 941, 1477, 12_000), pair(2 * SECOND, 300, 305, 16_000),
                extremes(random, 4 * SECOND), murmur(random, 4 * SECOND));
    }

    /** espeak-ng reading the text at 8 kHz. */
    public static short[] spoken(String voice, String text) {
        byte[] wave = Program.run(List.of("espeak-ng", "-v", voice, "--stdout", text), new byte[0]);
        return samples(Program.run(List.of("sox", "-D", "-t", "wav", "--ignore-length", "-", "-t", "raw", "-r", "8000",
                "-e", "signed", "-b", "16", "-c", "1", "-L", "-"), wave));
    }

    public static short[] join(short[]... parts) {
        short[] all = new short[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    public static short[] sweep(int count, double from, double to, double amplitude) {
        short[] samples = new short[count];
        double phase = 0;
        for (int i = 0; i < count; i++) {
            phase += 2 * Math.PI * (from + (to - from) * i / count) / SECOND;
            samples[i] = (short) Math.round(amplitude * StrictMath.sin(phase));
        }
        return samples;
    }

    public static short[] noise(Random random, int count, double deviation) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = clip(random.nextGaussian() * deviation);
        }
        return samples;
    }

    private static short[] square(int count, int half) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = i / half % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        return samples;
    }

    private static short[] clicks(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i += 371) {
            samples[i] = (short) (i % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE);
        }
        return samples;
    }

    public static short[] pair(int count, double low, double high, double amplitude) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            double time = 2 * Math.PI * i / SECOND;
            samples[i] = clip(amplitude * (StrictMath.sin(low * time) + StrictMath.sin(high * time)));
        }
        return samples;
    }

    private static short[] extremes(Random random, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = random.nextBoolean() ? Short.MIN_VALUE : Short.MAX_VALUE;
        }
        return samples;
    }

    /** Pulses through two resonances, in syllables: what a codec for speech is made for. */
    private static short[] murmur(Random random, int count) {
        short[] samples = new short[count];
        double[] memory = new double[4];
        int next = 0;
        for (int i = 0; i < count; i++) {
            double pulse = random.nextGaussian() * 20;
            if (i == next) {
                pulse += 3000;
                next += 60 + (i / 1600 % 5) * 9 + random.nextInt(3);
            }
            double first = pulse + 1.72 * memory[0] - 0.9 * memory[1];
            memory[1] = memory[0];
            memory[0] = first;
            double second = first * 0.3 + (0.4 + i / 4000 % 3 * 0.4) * memory[2] - 0.85 * memory[3];
            memory[3] = memory[2];
            memory[2] = second;
            samples[i] = clip(second * (i % 2400 < 1900 ? 1 : 0.02));
        }
        return samples;
    }

    private static short clip(double value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    }

    /** Little-endian bytes of the samples. */
    public static byte[] bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    /** The samples of little-endian bytes. */
    public static short[] samples(byte[] bytes) {
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /**
     * How far the audio is above what was changed on it: the mean over 20 ms segments that are not silent (segmental
     * signal-to-noise ratio), in dB.
     */
    public static double segmentalSnr(short[] original, short[] changed) {
        double sum = 0;
        int segments = 0;
        for (int at = 0; at + 160 <= Math.min(original.length, changed.length); at += 160) {
            double signal = 0;
            double noise = 1;
            for (int i = at; i < at + 160; i++) {
                signal += (double) original[i] * original[i];
                noise += (double) (original[i] - changed[i]) * (original[i] - changed[i]);
            }
            if (signal > 160 * 50 * 50) {
                sum += Math.max(-10, Math.min(35, 10 * Math.log10(signal / noise)));
                segments++;
            }
        }
        return segments == 0 ? 0 : sum / segments;
    }
}
