package org.callwright.speech;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a host answered when it was asked for audio.
 *
 * @param url that answered, after redirects
 * @param headers by lower-case name
 * @param file the audio, WAV of 8 kHz, 16 bit, mono; empty when what the asker has still holds (status 304)
 */
record FetchedAudio(URI url, Map<String, String> headers, Optional<Path> file) {
}
