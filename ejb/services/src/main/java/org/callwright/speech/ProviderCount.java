package org.callwright.speech;

import java.util.concurrent.TimeUnit;
import org.callwright.media.spi.tts.TtsException;

/** Counts what a provider did since the start. */
final class ProviderCount {

    private static final int SAMPLE_RATE = 8_000;

    private long spoken;
    private long failed;
    private long late;
    private long nanos;
    private long longest;
    private long samples;

    synchronized void spoken(long took, int length) {
        spoken++;
        nanos += took;
        longest = Math.max(longest, took);
        samples += length;
    }

    /** A text that no engine could speak is not counted. */
    synchronized void failed(int code, long took) {
        if (code == TtsException.TIMEOUT) {
            late++;
        } else if (code == TtsException.ENGINE_FAILURE) {
            failed++;
        } else {
            return;
        }
        longest = Math.max(longest, took);
    }

    synchronized ProviderFigures figures(String provider, boolean resting) {
        return new ProviderFigures(provider, resting, spoken, failed, late, TimeUnit.NANOSECONDS.toMillis(nanos),
                TimeUnit.NANOSECONDS.toMillis(longest), samples / SAMPLE_RATE);
    }
}
