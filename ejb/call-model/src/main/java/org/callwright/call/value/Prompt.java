package org.callwright.call.value;

import java.net.URI;

/** Something that a caller is to hear. */
public sealed interface Prompt {

    /** Text to speak; language is a lower-case tag, voice {@code man} or {@code woman}. */
    record Speech(String text, String language, String voice) implements Prompt {
    }

    /** A WAV file to fetch and play. */
    record Audio(URI url) implements Prompt {
    }

    /** A WAV file that is on this server, 8 kHz, 16 bit, mono, by its absolute path; it stays when it was played. */
    record Stored(String file) implements Prompt {
    }

    /** The tone that a caller hears while the other side rings; it ends when it is stopped. */
    record Ringback() implements Prompt {
    }
}
