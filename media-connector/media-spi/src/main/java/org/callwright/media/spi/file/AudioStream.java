package org.callwright.media.spi.file;

import java.io.Closeable;
import java.io.IOException;

/**
 * The audio of a file from its beginning to its end: one channel (the mean of those in the file) of 16-bit linear
 * samples. For one thread.
 */
public interface AudioStream extends Closeable {

    /** In Hz. */
    int sampleRate();

    /**
     * Reads the next samples.
     *
     * @param count room for samples, at least one
     * @return how many, at least one; -1 at the end
     * @throws AudioFileException when what comes next is no audio
     */
    int read(short[] samples, int offset, int count) throws IOException;
}
