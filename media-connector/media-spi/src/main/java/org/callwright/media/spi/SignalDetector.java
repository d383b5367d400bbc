package org.callwright.media.spi;

import java.util.function.Consumer;

/**
 * Finds DTMF digits in what the joined leg sends: RFC 4733 telephone-events where offer and answer agreed on them, else
 * the tones in the audio itself.
 */
public interface SignalDetector {

    /**
     * Each digit is told once, in order, when its first packet arrives, or when its tones have lasted 40 ms. A later
     * call replaces the receiver.
     */
    void onSignal(Consumer<Signal> receiver);

    /**
     * A detected key.
     *
     * @param digit one of {@code 0-9 * # A-D}
     */
    record Signal(char digit) {
    }
}
