package org.callwright.media.spi.tts;

/**
 * What to say.
 *
 * @param language lower-case tag, such as {@code en-us}
 * @param voice {@code man} or {@code woman}
 */
public record SpeechRequest(String text, String language, String voice) {
}
