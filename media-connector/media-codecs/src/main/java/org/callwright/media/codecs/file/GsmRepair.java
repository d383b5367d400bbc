package org.callwright.media.codecs.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.callwright.media.codecs.gsm.GsmFrame;

/** Mends a GSM file that a crash left behind: cuts off what is no whole frame. */
public final class GsmRepair {

    private static final int FRAME_MILLIS = 20;

    private GsmRepair() {
    }

    /**
     * Makes the file end with a whole frame. Running it again changes nothing.
     *
     * @return the length of the audio
     */
    public static Duration repair(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            long frames = file.size() / GsmFrame.BYTES;
            file.truncate(frames * GsmFrame.BYTES);
            file.force(true);
            return length(file.size());
        }
    }

    /** The length of the audio in a file of so many bytes. */
    public static Duration length(long bytes) {
        return Duration.ofMillis(bytes / GsmFrame.BYTES * FRAME_MILLIS);
    }
}
