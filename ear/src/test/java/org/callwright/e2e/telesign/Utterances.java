package org.callwright.e2e.telesign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Audio;

/** What was said to a phone, as lengths of sound with silence between them. */
final class Utterances {

    /** Longer than any pause within a sentence, shorter than any wait for a key. */
    private static final Duration GAP = Duration.ofMillis(800);
    /** Longer than the silence that engines leave at the end of what they speak: a key before its end is lost. */
    private static final Duration OVER = Duration.ofMillis(1_500);
    private static final int FRAME = 160;
    private static final int FRAMES_A_SECOND = 50;
    private static final long POLL_NANOS = 50_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Utterances() {
    }

    static List<Duration> of(Audio audio) {
        short[] samples = audio.samples();
        List<Duration> lengths = new ArrayList<>();
        int gap = (int) (GAP.toMillis() * FRAMES_A_SECOND / 1000);
        int first = -1;
        int last = -1;
        for (int frame = 0; frame * FRAME < samples.length; frame++) {
            if (isSound(samples, frame * FRAME)) {
                if (first >= 0 && frame - last > gap) {
                    lengths.add(length(first, last));
                    first = frame;
                } else if (first < 0) {
                    first = frame;
                }
                last = frame;
            }
        }
        if (first >= 0) {
            lengths.add(length(first, last));
        }
        return lengths;
    }

    /** Waits until so many have been heard to their ends. */
    static List<Duration> await(PhoneCall call, int count) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        List<Duration> heard = of(call.received());
        while (heard.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not " + count + " utterances but " + heard);
            }
            LockSupport.parkNanos(POLL_NANOS);
            heard = of(call.received());
        }
        call.awaitSilence(OVER, LIMIT);
        return of(call.received());
    }

    private static boolean isSound(short[] samples, int from) {
        for (int i = from; i < Math.min(from + FRAME, samples.length); i++) {
            if (Math.abs(samples[i]) >= Audio.SOUND_LEVEL) {
                return true;
            }
        }
        return false;
    }

    private static Duration length(int first, int last) {
        return Duration.ofMillis((last - first + 1) * 1000L / FRAMES_A_SECOND);
    }
}
