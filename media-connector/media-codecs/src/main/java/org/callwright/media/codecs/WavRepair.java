package org.callwright.media.codecs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Mends the header of a recording that a crash left behind: everything behind the 44-byte header that
 * {@link WavFileWriter} writes is audio, whatever the header says.
 */
public final class WavRepair {

    private WavRepair() {
    }

    /**
     * Makes the header tell all the audio in the file. Running it again changes nothing; files whose header is laid out
     * differently are not ours and stay as they are.
     *
     * @return the length of the audio
     * @throws WavException when the file is no WAV at all
     */
    public static Duration repair(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (file.size() < WavFileWriter.HEADER) {
                return repairStump(file);
            }
            WavHeader header = WavHeader.read(file);
            if (header.dataOffset() != WavFileWriter.HEADER || !header.recorded()) {
                return header.duration();
            }
            int channels = header.channels();
            long samples = Math.min(WavFileWriter.MAX_SAMPLES, (file.size() - WavFileWriter.HEADER) / 2);
            samples -= samples % channels;
            file.truncate(WavFileWriter.HEADER + 2 * samples);
            WavFileWriter.writeHeader(file, samples, channels);
            file.force(true);
            return WavHeader.read(file).duration();
        }
    }

    private static Duration repairStump(FileChannel file) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(4);
        int read = file.read(start, 0);
        if (read > 0 && !"RIFF".startsWith(new String(start.array(), 0, read, StandardCharsets.US_ASCII))) {
            throw new WavException(WavException.Reason.NOT_WAV, "no RIFF/WAVE header");
        }
        file.truncate(0);
        WavFileWriter.writeHeader(file, 0, 1);
        file.force(true);
        return Duration.ZERO;
    }
}
