package org.callwright.media.codecs.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import org.callwright.media.codecs.ResampledStream;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioStream;

/** Makes the WAV of 8 kHz, 16-bit, mono that every driver plays, piece by piece. */
public final class TelephonyWav {

    private static final int PIECE = 8000;

    private TelephonyWav() {
    }

    /**
     * Writes the stream to a new file, which is left unfinished when that fails, and which nobody has forced to the disk
     * when it is done. Ends early when the thread is interrupted.
     *
     * @param maxSeconds longest audio taken
     * @throws AudioFileException when the audio is broken, or longer
     */
    public static void write(AudioStream audio, Path file, int maxSeconds) throws IOException {
        AudioStream telephony = ResampledStream.of(audio, WavReader.SAMPLE_RATE);
        long left = (long) maxSeconds * WavReader.SAMPLE_RATE;
        short[] piece = new short[PIECE];
        try (WavFileWriter writer = WavFileWriter.createFleeting(file)) {
            for (int read = telephony.read(piece, 0, PIECE); read >= 0; read = telephony.read(piece, 0, PIECE)) {
                left -= read;
                if (left < 0) {
                    throw new AudioFileException("the audio is longer than " + maxSeconds + " s");
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                writer.append(piece, 0, read);
            }
        }
    }
}
