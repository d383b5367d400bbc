package org.callwright.media.spi;

import java.nio.file.Path;
import java.time.Duration;

/** A piece of audio to play. */
public sealed interface AudioSegment {

    /** A file that the driver can read, told by its content: WAV of 8 kHz, 16-bit, mono, or GSM (33-byte frames). */
    record File(Path path) implements AudioSegment {
    }

    /** Silence. */
    record Silence(Duration length) implements AudioSegment {
    }

    /** A sine tone; level in dBm0, 0 being full scale minus 3 dB. */
    record Tone(int hertz, int levelDbm0, Duration length) implements AudioSegment {
    }
}
