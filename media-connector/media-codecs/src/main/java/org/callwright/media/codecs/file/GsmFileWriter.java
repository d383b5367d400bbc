package org.callwright.media.codecs.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.callwright.media.codecs.AudioFileWriter;
import org.callwright.media.codecs.gsm.GsmEncoder;
import org.callwright.media.codecs.gsm.GsmFrame;

/**
 * Writes a GSM file (see {@link GsmFiles}). There is no header that could be out of date: whole frames are written as
 * they get full, so a crash costs what did not fill a frame, and {@link GsmRepair} cuts off what of a frame went in.
 * Closing fills the last frame with silence.
 */
public final class GsmFileWriter implements AudioFileWriter {

    private static final int FRAMES_AT_ONCE = 64;

    private final FileChannel file;
    private final GsmEncoder encoder = new GsmEncoder();
    private final short[] frame = new short[GsmFrame.SAMPLES];
    private final byte[] encoded = new byte[FRAMES_AT_ONCE * GsmFrame.BYTES];
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(encoded.length);
    private int inFrame;
    private int inEncoded;
    private long written;
    private long samples;

    private GsmFileWriter(FileChannel file) {
        this.file = file;
    }

    /** Makes the file, which must not exist. */
    public static GsmFileWriter create(Path path) throws IOException {
        return new GsmFileWriter(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void append(short[] source, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, GsmFrame.SAMPLES - inFrame);
            System.arraycopy(source, offset + done, frame, inFrame, now);
            inFrame += now;
            done += now;
            samples += now;
            if (inFrame == GsmFrame.SAMPLES) {
                encode();
            }
        }
        write();
    }

    private void encode() throws IOException {
        encoder.encode(frame, 0, encoded, inEncoded);
        inEncoded += GsmFrame.BYTES;
        inFrame = 0;
        if (inEncoded == encoded.length) {
            write();
        }
    }

    private void write() throws IOException {
        bytes.clear().put(encoded, 0, inEncoded).flip();
        inEncoded = 0;
        long at = written;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
        written = at;
    }

    @Override
    public void update() {
        // every frame that is full is in the file
    }

    @Override
    public long samples() {
        return samples;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (file.isOpen()) {
                try {
                    fillLastFrame();
                } finally {
                    file.truncate(written);
                    file.force(true);
                }
            }
        }
    }

    private void fillLastFrame() throws IOException {
        if (inFrame > 0) {
            Arrays.fill(frame, inFrame, frame.length, (short) 0);
            encode();
            write();
        }
    }
}
