package org.callwright.media.spi.file;

import java.io.IOException;

/**
 * A file that can't be played, whatever it says it is. The message may be shown to who sent it: it tells of the file's
 * content and no path.
 */
public class AudioFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public AudioFileException(String message) {
        super(message);
    }

    public AudioFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
