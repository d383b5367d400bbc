package org.callwright.media.spi;

import java.util.function.Consumer;

/** Finds DTMF digits (RFC 4733 telephone-events) in what the joined leg sends. */
public interface SignalDetector {

    /** Each digit is told once, in order, when its first packet arrives. A later call replaces the receiver. */
    void onSignal(Consumer<Signal> receiver);

    /**
     * A detected key.
     *
     * @param digit one of {@code 0-9 * # A-D}
     */
    record Signal(char digit) {
    }
}
