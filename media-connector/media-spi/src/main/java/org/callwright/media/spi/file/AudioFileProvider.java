package org.callwright.media.spi.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A kind of audio files; found by {@link java.util.ServiceLoader}. Files come from anybody, so a provider trusts no
 * length that a file tells, and neither its memory nor its time may depend on one.
 */
public interface AudioFileProvider {

    /** How many bytes of a file's beginning {@link #recognizes} sees, fewer when the file is shorter. */
    int BEGINNING = 1024;

    /** Of the kind, for people: {@code WAV}. */
    String name();

    /** Whether a file that begins like this is of its kind; by its content, names and types are not to be trusted. */
    boolean recognizes(ByteBuffer beginning);

    /**
     * Opens a file that was recognized.
     *
     * @throws AudioFileException when it can't be played
     */
    AudioStream open(Path file) throws IOException;
}
