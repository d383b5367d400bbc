package org.callwright.media.codecs.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.codecs.gsm.GsmDecoder;
import org.callwright.media.codecs.gsm.GsmFrame;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioFileProvider;
import org.callwright.media.spi.file.AudioStream;

/**
 * GSM 06.10: frames of 33 bytes, one after the other. There is no header; every frame begins with the four bits 1101,
 * which is what tells such a file. A frame that is cut off at the end is left out.
 */
public final class GsmFiles implements AudioFileProvider {

    private static final int SIGNATURE = 0xD;

    @Override
    public String name() {
        return "GSM";
    }

    @Override
    public boolean recognizes(ByteBuffer beginning) {
        return isGsm(beginning);
    }

    static boolean isGsm(ByteBuffer beginning) {
        int frames = beginning.remaining() / GsmFrame.BYTES;
        for (int frame = 0; frame < frames; frame++) {
            if ((beginning.get(beginning.position() + frame * GsmFrame.BYTES) >> 4 & 0xF) != SIGNATURE) {
                return false;
            }
        }
        return frames > 0;
    }

    @Override
    public AudioStream open(Path file) throws IOException {
        return new GsmStream(new BufferedInputStream(Files.newInputStream(file), 100 * GsmFrame.BYTES));
    }

    private static final class GsmStream implements AudioStream {

        private final InputStream file;
        private final GsmDecoder decoder = new GsmDecoder();
        private final byte[] frame = new byte[GsmFrame.BYTES];
        private final short[] decoded = new short[GsmFrame.SAMPLES];
        private int given = GsmFrame.SAMPLES;

        GsmStream(InputStream file) {
            this.file = file;
        }

        @Override
        public int sampleRate() {
            return WavReader.SAMPLE_RATE;
        }

        @Override
        public int read(short[] samples, int offset, int count) throws IOException {
            if (given == GsmFrame.SAMPLES && !next()) {
                return -1;
            }
            int now = Math.min(count, GsmFrame.SAMPLES - given);
            System.arraycopy(decoded, given, samples, offset, now);
            given += now;
            return now;
        }

        private boolean next() throws IOException {
            if (file.readNBytes(frame, 0, frame.length) < frame.length) {
                return false;
            }
            if (!decoder.decode(frame, 0, decoded, 0)) {
                throw new AudioFileException("there is something else between the frames of the GSM file");
            }
            given = 0;
            return true;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
