package org.callwright.media.codecs.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.gsm.GsmFrame;
import org.callwright.media.spi.file.AudioStream;

/**
 * A GSM file read as the WAV (8 kHz, 16-bit, mono) that it stands for, decoded on the way. Its size is known from the
 * file's, so that a part of it can be asked for; what lies before the part is decoded all the same.
 */
public final class WavOfGsm extends InputStream {

    private final AudioStream audio;
    private final short[] samples = new short[GsmFrame.SAMPLES];
    private ByteBuffer ready;

    /**
     * Opens a file.
     *
     * @param gsmBytes size of the file when it was looked at; the header tells as much audio, however it grows
     */
    public WavOfGsm(Path file, long gsmBytes) throws IOException {
        audio = new GsmFiles().open(file);
        ready = WavFileWriter.header(samples(gsmBytes), 1).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Size of the WAV for a file of so many bytes. */
    public static long size(long gsmBytes) {
        return WavFileWriter.HEADER + 2 * samples(gsmBytes);
    }

    private static long samples(long gsmBytes) {
        return gsmBytes / GsmFrame.BYTES * GsmFrame.SAMPLES;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int now = Math.min(length, ready.remaining());
        ready.get(target, offset, now);
        return now;
    }

    private boolean fill() throws IOException {
        if (ready.hasRemaining()) {
            return true;
        }
        int read = audio.read(samples, 0, samples.length);
        if (read < 0) {
            return false;
        }
        ByteBuffer next = ready.capacity() >= 2 * samples.length ? ready.clear()
                : ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < read; i++) {
            next.putShort(samples[i]);
        }
        ready = next.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        audio.close();
    }
}
