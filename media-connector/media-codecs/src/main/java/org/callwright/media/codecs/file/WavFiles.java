package org.callwright.media.codecs.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.callwright.media.codecs.WavHeader;
import org.callwright.media.codecs.WavSamples;
import org.callwright.media.spi.file.AudioFileProvider;
import org.callwright.media.spi.file.AudioStream;

/** WAV of any rate: PCM of 8 to 32 bits, float, A-law and mu-law, of one to eight channels. */
public final class WavFiles implements AudioFileProvider {

    @Override
    public String name() {
        return "WAV";
    }

    @Override
    public boolean recognizes(ByteBuffer beginning) {
        byte[] id = new byte[4];
        beginning.get(beginning.position(), id, 0, Math.min(4, beginning.remaining()));
        return new String(id, StandardCharsets.US_ASCII).equals("RIFF");
    }

    @Override
    public AudioStream open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new WavStream(channel, WavHeader.read(channel));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static final class WavStream implements AudioStream {

        private static final int PIECE = 4096;

        private final FileChannel file;
        private final WavHeader header;
        private final ByteBuffer bytes;
        private long at;
        private long left;

        WavStream(FileChannel file, WavHeader header) {
            this.file = file;
            this.header = header;
            this.bytes = ByteBuffer.allocate(PIECE * header.bytesPerFrame()).order(ByteOrder.LITTLE_ENDIAN);
            this.at = header.dataOffset();
            this.left = header.frames();
        }

        @Override
        public int sampleRate() {
            return header.sampleRate();
        }

        @Override
        public int read(short[] samples, int offset, int count) throws IOException {
            int wanted = (int) Math.min(Math.min(count, PIECE), left);
            bytes.clear().limit(wanted * header.bytesPerFrame());
            while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) {
                continue;
            }
            int frames = bytes.flip().remaining() / header.bytesPerFrame();
            if (frames == 0) {
                left = 0;
                return -1;
            }
            WavSamples.mono(header, bytes, samples, offset, frames);
            at += (long) frames * header.bytesPerFrame();
            left -= frames;
            return frames;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
