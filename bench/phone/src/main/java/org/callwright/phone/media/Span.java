package org.callwright.phone.media;

import java.time.Duration;

/** A piece of audio: where it starts and how long it is. */
public record Span(Duration start, Duration length) {

    static final int SAMPLES_PER_MILLI = 8;

    static Span ofSamples(int from, int to) {
        return new Span(Duration.ofMillis(from / SAMPLES_PER_MILLI),
                Duration.ofMillis((to - from) / SAMPLES_PER_MILLI));
    }

    public Duration end() {
        return start.plus(length);
    }
}
