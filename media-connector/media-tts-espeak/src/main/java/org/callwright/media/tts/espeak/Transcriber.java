package org.callwright.media.tts.espeak;

import java.util.List;
import java.util.Optional;

/**
 * Writes a language whose script espeak-ng can't read in letters that it can; found by {@link java.util.ServiceLoader}.
 * Without one the language is not spoken. Safe for use by several threads.
 */
public interface Transcriber {

    /** Name and version of what decides on readings; part of the cache key. */
    String version();

    /**
     * The voice of espeak-ng that reads the transcription.
     *
     * @param language a lower-case tag such as {@code zh-cn}
     * @return empty when this is not the language's transcriber
     */
    Optional<String> voice(String language);

    /** What is to be read, in order; empty when nothing of the text can be. The first call may take a second. */
    List<Passage> transcribe(String text);

    /**
     * A piece of a transcription.
     *
     * @param english whether an English voice reads it, such as a brand's name in a Chinese sentence
     */
    record Passage(String text, boolean english) {
    }
}
