package org.callwright.media.spi.tts;

/**
 * Spoken audio: 8 kHz 16-bit mono samples.
 *
 * @param voice the voice that really spoke, which may be a stand-in for the one asked for
 */
public record Speech(short[] samples, String voice) {
}
