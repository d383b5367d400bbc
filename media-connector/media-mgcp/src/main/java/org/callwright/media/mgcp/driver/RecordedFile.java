package org.callwright.media.mgcp.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.RecordRequest;

/** How much audio a media server left in a file of the shared folder, when it did not say so itself. */
final class RecordedFile {

    private static final int WAV_HEADER = 44;
    /** Where the header says how many channels there are: not every server makes as many as were asked for. */
    private static final int WAV_CHANNELS = 22;
    private static final int BYTES_PER_MS = 16;
    private static final int GSM_FRAME = 33;
    private static final int GSM_FRAME_MS = 20;

    private RecordedFile() {
    }

    static Duration length(RecordRequest request) {
        long bytes;
        int channels;
        try (InputStream file = Files.newInputStream(request.file())) {
            bytes = Files.size(request.file());
            byte[] header = file.readNBytes(WAV_HEADER);
            channels = header.length == WAV_HEADER && header[WAV_CHANNELS] == 2 ? 2 : 1;
        } catch (IOException e) {
            return Duration.ZERO;
        }
        if (request.format() == AudioFormat.GSM) {
            return Duration.ofMillis(bytes / GSM_FRAME * GSM_FRAME_MS);
        }
        return Duration.ofMillis(Math.max(0, bytes - WAV_HEADER) / (BYTES_PER_MS * channels));
    }
}
