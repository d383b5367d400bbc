package org.callwright.media.mp3;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioFileProvider;
import org.callwright.media.spi.file.AudioStream;

/**
 * MPEG audio of layers 1 to 3, of all its rates, constant or variable, told by its first frame or an ID3v2 tag in front
 * of it. Tags are passed by here, since the decoder would take memory for as much as a tag says that it has.
 */
public final class Mp3Files implements AudioFileProvider {

    private static final int BUFFER = 16_384;
    private static final int TAG_HEADER = 10;
    private static final int TAG_HAS_FOOTER = 0x10;

    @Override
    public String name() {
        return "MP3";
    }

    @Override
    public boolean recognizes(ByteBuffer beginning) {
        if (beginning.remaining() < 4) {
            return false;
        }
        int first = beginning.getInt(beginning.position());
        return first >>> 8 == 0x494433 || isFrame(first);
    }

    /** Whether it can be a frame's header (ISO 11172-3, 2.4.2.3): 11 bits of sync and no reserved values. */
    private static boolean isFrame(int header) {
        return header >>> 21 == 0x7FF && (header >>> 19 & 3) != 1 && (header >>> 17 & 3) != 0
                && (header >>> 12 & 0xF) != 0xF && (header >>> 10 & 3) != 3;
    }

    @Override
    public AudioStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            passTags(in);
            return new Mp3Stream(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void passTags(InputStream in) throws IOException {
        byte[] header = new byte[TAG_HEADER];
        in.mark(TAG_HEADER);
        while (in.readNBytes(header, 0, TAG_HEADER) == TAG_HEADER
                && header[0] == 'I' && header[1] == 'D' && header[2] == '3') {
            int size = header[6] << 21 | header[7] << 14 | header[8] << 7 | header[9];
            boolean footer = (header[5] & TAG_HAS_FOOTER) != 0;
            try {
                in.skipNBytes(Math.max(0, size) + (footer ? TAG_HEADER : 0));
            } catch (EOFException e) {
                throw new AudioFileException("the MP3 has nothing but a tag", e);
            }
            in.mark(TAG_HEADER);
        }
        in.reset();
    }
}
