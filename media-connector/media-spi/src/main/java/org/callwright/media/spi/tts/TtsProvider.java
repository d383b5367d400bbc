package org.callwright.media.spi.tts;

/** A text-to-speech engine, found by {@link java.util.ServiceLoader}; must be safe for use by several threads. */
public interface TtsProvider extends AutoCloseable {

    /**
     * Lends the way to a service on the network; told once, before anything else is asked.
     *
     * @throws IllegalArgumentException when a setting of the provider makes no sense; the message names it
     */
    default void connect(SpeechNetwork network) {
    }

    /** Name as it appears in Say records and in the cache key, such as {@code marytts}. */
    String name();

    /** Version of engine and voice data; part of the cache key. */
    String version();

    /** Among the providers that support a language the lowest priority value is asked first. */
    int priority();

    /** Whether the engine can be used here at all, for example its program is installed. */
    boolean available();

    /**
     * Whether it speaks the language.
     *
     * @param language a lower-case tag as RCML writes it, such as {@code en-us} or {@code en}
     */
    boolean supports(String language);

    /**
     * Speaks the text. Blocks while it works.
     *
     * @throws TtsException when it can't; the code is one of the 23xx family
     */
    Speech synthesize(SpeechRequest request) throws TtsException;

    @Override
    default void close() {
    }
}
