package org.callwright.media.codecs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads WAV files. {@link #readAll} takes any usual WAV and gives 8 kHz mono; an open reader gives pieces of a file
 * that is 8 kHz, 16-bit, mono already, without holding the file open between calls' positions.
 */
public final class WavReader implements AutoCloseable {

    /** The platform's sample rate. */
    public static final int SAMPLE_RATE = 8000;

    private final FileChannel file;
    private final WavHeader header;

    private WavReader(FileChannel file, WavHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Opens a file of any known format; only {@link WavHeader#telephony} ones can be {@link #read}.
     *
     * @throws WavException when it is no WAV, or one of a kind that is not known
     */
    public static WavReader open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new WavReader(file, WavHeader.read(file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    public WavHeader header() {
        return header;
    }

    /**
     * Reads samples of a telephony file.
     *
     * @param position first sample wanted
     * @param scratch little-endian room that the bytes pass through, a direct buffer for speed
     * @return samples read; fewer than wanted at the end
     * @throws WavException {@link WavException.Reason#NOT_TELEPHONY}
     */
    public int read(long position, short[] samples, int offset, int count, ByteBuffer scratch) throws IOException {
        if (!header.telephony()) {
            throw new WavException(WavException.Reason.NOT_TELEPHONY, "not 8 kHz, 16-bit, mono");
        }
        int wanted = (int) Math.max(0, Math.min(count, header.frames() - position));
        int done = 0;
        while (done < wanted) {
            int bytes = Math.min(scratch.capacity() & ~1, 2 * (wanted - done));
            int read = fill(scratch.clear().limit(bytes), header.dataOffset() + 2 * (position + done)).remaining() / 2;
            scratch.asShortBuffer().get(samples, offset + done, read);
            done += read;
            if (2 * read < bytes) {
                break;
            }
        }
        return done;
    }

    /**
     * The whole file as 8 kHz mono, converted where needed.
     *
     * @param maxSeconds longest audio taken
     * @throws WavException when it can't be played
     */
    public static short[] readAll(Path path, int maxSeconds) throws IOException {
        try (WavReader reader = open(path)) {
            return reader.readAll(maxSeconds);
        }
    }

    private short[] readAll(int maxSeconds) throws IOException {
        if (header.frames() > (long) maxSeconds * header.sampleRate() || header.dataLength() > Integer.MAX_VALUE - 64) {
            throw new WavException(WavException.Reason.TOO_LONG, "longer than " + maxSeconds + " s");
        }
        ByteBuffer bytes = raw(header.dataOffset(), (int) header.dataLength());
        short[] mono = WavSamples.mono(header, bytes);
        return Resampler.resample(mono, header.sampleRate(), SAMPLE_RATE);
    }

    private ByteBuffer raw(long position, int length) throws IOException {
        return fill(ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN), position);
    }

    private ByteBuffer fill(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {
            continue;
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
