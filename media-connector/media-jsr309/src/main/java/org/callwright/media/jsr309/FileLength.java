package org.callwright.media.jsr309;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long the audio of a file is, told by its size: of a WAV file with a header of 44 bytes, else of GSM 06.10. */
final class FileLength {

    private static final int HEADER = 44;
    private static final ByteBuffer RIFF = ByteBuffer.wrap("RIFF".getBytes(StandardCharsets.US_ASCII));
    private static final int BYTES_PER_SECOND_AT = 28;
    private static final int GSM_BLOCK = 33;
    private static final int GSM_BLOCK_MS = 20;

    private FileLength() {
    }

    /** Nothing of a file that can't be read here. */
    static Duration of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
            long size = Files.size(file);
            boolean wav = header.limit() == HEADER && header.slice(0, RIFF.limit()).equals(RIFF);
            return Duration.ofMillis(wav ? (size - HEADER) * 1_000 / Math.max(1, header.getInt(BYTES_PER_SECOND_AT))
                    : size / GSM_BLOCK * GSM_BLOCK_MS);
        } catch (IOException unreadable) {
            return Duration.ZERO;
        }
    }
}
