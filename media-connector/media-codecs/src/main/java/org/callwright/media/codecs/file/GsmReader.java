package org.callwright.media.codecs.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.callwright.media.codecs.gsm.GsmDecoder;
import org.callwright.media.codecs.gsm.GsmFrame;
import org.callwright.media.spi.file.AudioFileException;

/**
 * Reads a GSM file in pieces that follow each other, without holding it open in between. The decoder remembers what
 * came before; whoever goes back makes it begin with the file anew, so that the audio is the same however it is read.
 */
public final class GsmReader {

    private static final int FRAMES_AT_ONCE = 100;

    private final Path path;
    private final GsmDecoder decoder = new GsmDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(FRAMES_AT_ONCE * GsmFrame.BYTES);
    private final short[] skipped = new short[GsmFrame.SAMPLES];
    private long frame;

    public GsmReader(Path path) {
        this.path = path;
    }

    /** Whether a file is one, by its first frames. */
    public static boolean isGsm(FileChannel file) throws IOException {
        ByteBuffer beginning = ByteBuffer.allocate(4 * GsmFrame.BYTES);
        while (beginning.hasRemaining() && file.read(beginning, beginning.position()) > 0) {
            continue;
        }
        return GsmFiles.isGsm(beginning.flip());
    }

    /** How many samples a file of so many bytes has. */
    public static long samples(long bytes) {
        return bytes / GsmFrame.BYTES * GsmFrame.SAMPLES;
    }

    /**
     * Reads whole frames.
     *
     * @param position first sample wanted, the first of a frame
     * @param count samples wanted, a multiple of a frame
     * @throws EOFException when there are fewer
     */
    public synchronized void read(long position, short[] target, int count) throws IOException {
        long wanted = position / GsmFrame.SAMPLES;
        long end = wanted + count / GsmFrame.SAMPLES;
        if (wanted < frame) {
            decoder.reset();
            frame = 0;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            while (frame < end) {
                load(file, (int) Math.min(FRAMES_AT_ONCE, end - frame));
                for (int at = 0; at < bytes.limit(); at += GsmFrame.BYTES) {
                    decode(at, target, (int) (frame - wanted));
                    frame++;
                }
            }
        } catch (IOException e) {
            frame = Long.MAX_VALUE;
            throw e;
        }
    }

    private void load(FileChannel file, int frames) throws IOException {
        bytes.clear().limit(frames * GsmFrame.BYTES);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, frame * GsmFrame.BYTES + bytes.position()) < 0) {
                throw new EOFException("the GSM file became shorter while it was read");
            }
        }
        bytes.flip();
    }

    private void decode(int at, short[] target, int index) throws IOException {
        boolean sound = index < 0
                ? decoder.decode(bytes.array(), at, skipped, 0)
                : decoder.decode(bytes.array(), at, target, index * GsmFrame.SAMPLES);
        if (!sound) {
            throw new AudioFileException("there is something else between the frames of the GSM file");
        }
    }
}
