package org.callwright.speech;

import java.nio.file.Path;

/**
 * A prompt that can be played. Its file stays until {@link #close}.
 *
 * @param file WAV, 8 kHz, 16 bit, mono
 * @param provider who spoke; empty for remote audio
 * @param language that was really spoken; empty for remote audio
 * @param voice that really spoke; empty for remote audio
 */
public record PreparedPrompt(Path file, String provider, String language, String voice, Runnable release)
        implements AutoCloseable {

    @Override
    public void close() {
        release.run();
    }
}
