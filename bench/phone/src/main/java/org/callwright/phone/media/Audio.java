package org.callwright.phone.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Audio of 8 kHz, 16 bit, mono, and the questions a test asks about it. Positions are counted from its beginning.
 * Frames of 20 ms are looked at every 10 ms, so lengths are right to about 20 ms.
 */
public final class Audio {

    /** Mean absolute sample above which a frame counts as sound. */
    public static final int SOUND_LEVEL = 256;
    private static final int HOP = 80;

    /** A condition on the frame of 20 ms that starts at the index. */
    private interface FrameTest {
        boolean holds(int from);
    }

    private final short[] samples;

    /** Wraps the samples without a copy. */
    public Audio(short[] samples) {
        this.samples = samples;
    }

    public short[] samples() {
        return samples.clone();
    }

    public int sampleCount() {
        return samples.length;
    }

    public Duration length() {
        return Duration.ofMillis(samples.length / Span.SAMPLES_PER_MILLI);
    }

    /** The part between two positions; cut where the audio ends. */
    public Audio between(Duration from, Duration to) {
        int start = Math.min(samples.length, Tones.samples(from));
        int end = Math.max(start, Math.min(samples.length, Tones.samples(to)));
        return new Audio(Arrays.copyOfRange(samples, start, end));
    }

    /** The first piece with that tone that is at least so long. */
    public Optional<Span> findTone(double hertz, Duration atLeast, Duration from) {
        return find(from, atLeast, i -> ToneMeter.isTone(samples, i, hertz));
    }

    /** The longest piece with that tone, empty when it is nowhere. */
    public Optional<Span> longestTone(double hertz) {
        Optional<Span> longest = Optional.empty();
        Optional<Span> next = findTone(hertz, Duration.ZERO, Duration.ZERO);
        while (next.isPresent()) {
            if (longest.isEmpty() || next.get().length().compareTo(longest.get().length()) > 0) {
                longest = next;
            }
            next = findTone(hertz, Duration.ZERO, next.get().end());
        }
        return longest;
    }

    /** The first piece of steady single tone between 300 and 2300 Hz, whatever its frequency: a beep. */
    public Optional<Span> findBeep(Duration atLeast, Duration from) {
        double[] last = {0};
        return find(from, atLeast, i -> {
            double hertz = ToneMeter.frequency(samples, i);
            boolean steady = hertz > 300 && hertz < 2300 && (last[0] == 0 || Math.abs(hertz - last[0]) < 20);
            last[0] = steady ? hertz : 0;
            return steady;
        });
    }

    /** The frequency in Hz of the single tone at a position, 0 when there is none. */
    public double frequencyAt(Duration position) {
        int from = Tones.samples(position);
        return from + ToneMeter.FRAME > samples.length ? 0 : ToneMeter.frequency(samples, from);
    }

    /** The first piece of sound, pauses of up to 200 ms counted in, that is at least so long. */
    public Optional<Span> findSound(Duration atLeast, Duration from) {
        int[] lastLoud = {-HOP * 100};
        return find(from, atLeast, i -> {
            if (ToneMeter.level(samples, i) > SOUND_LEVEL) {
                lastLoud[0] = i;
            }
            return i - lastLoud[0] <= 1600;
        });
    }

    /** How long it has been silent at the end. */
    public Duration trailingSilence() {
        int from = samples.length - ToneMeter.FRAME;
        while (from >= 0 && ToneMeter.level(samples, from) <= SOUND_LEVEL) {
            from -= HOP;
        }
        int quiet = from < 0 ? samples.length : samples.length - from - ToneMeter.FRAME;
        return Duration.ofMillis(quiet / Span.SAMPLES_PER_MILLI);
    }

    private Optional<Span> find(Duration from, Duration atLeast, FrameTest test) {
        int runStart = -1;
        int start = Tones.samples(from) / HOP * HOP;
        int i = start;
        for (; i + ToneMeter.FRAME <= samples.length; i += HOP) {
            boolean holds = test.holds(i);
            if (holds && runStart < 0) {
                runStart = i;
            } else if (!holds && runStart >= 0) {
                Span span = Span.ofSamples(runStart, i - HOP + ToneMeter.FRAME);
                if (span.length().compareTo(atLeast) >= 0) {
                    return Optional.of(span);
                }
                runStart = -1;
            }
        }
        Span open = Span.ofSamples(Math.max(runStart, 0), i - HOP + ToneMeter.FRAME);
        return runStart >= 0 && open.length().compareTo(atLeast) >= 0 ? Optional.of(open) : Optional.empty();
    }
}
