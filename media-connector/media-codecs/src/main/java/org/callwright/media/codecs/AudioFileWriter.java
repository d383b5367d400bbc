package org.callwright.media.codecs;

import java.io.Closeable;
import java.io.IOException;

/** A file that samples (8 kHz, 16-bit) are appended to, and that is playable at any moment. For one thread. */
public interface AudioFileWriter extends Closeable {

    /** Appends samples of all channels by turns; when that fails, those before them stay. */
    void append(short[] source, int offset, int count) throws IOException;

    /** Makes the file tell everything appended so far, as far as its format can. */
    void update() throws IOException;

    /** Samples of all channels appended so far. */
    long samples();

    /** Completes the file and forces it to the disk. */
    @Override
    void close() throws IOException;
}
