package org.callwright.media.mp3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioStream;

/**
 * The frames of an MP3, one after the other. The first says rate and channels; frames of others, which are noise that
 * looks like a frame, and broken ones are left out, but not too many in a row.
 */
final class Mp3Stream implements AudioStream {

    private static final int MOST_BROKEN = 50;

    private final InputStream file;
    private final Bitstream frames;
    private final Decoder decoder = new Decoder();
    private final int rate;
    private final int channels;
    private SampleBuffer frame;
    private int given;
    private int ready;

    /** @throws AudioFileException when there is nothing to hear */
    Mp3Stream(InputStream file) throws IOException {
        this.file = file;
        this.frames = new Bitstream(file);
        Header first = header().orElseThrow(() -> new AudioFileException("the MP3 has no frame"));
        rate = first.frequency();
        channels = channels(first);
        if (!decoded(first) && !next()) {
            throw new AudioFileException("no frame of the MP3 can be decoded");
        }
    }

    @Override
    public int sampleRate() {
        return rate;
    }

    @Override
    public int read(short[] samples, int offset, int count) throws IOException {
        if (given == ready && !next()) {
            return -1;
        }
        int now = Math.min(count, ready - given);
        short[] decoded = frame.getBuffer();
        for (int i = 0; i < now; i++) {
            int at = (given + i) * channels;
            samples[offset + i] = channels == 1 ? decoded[at] : (short) (decoded[at] + decoded[at + 1] >> 1);
        }
        given += now;
        return now;
    }

    /** The next frame that can be decoded; false at the end. */
    private boolean next() throws IOException {
        for (int broken = 0; broken < MOST_BROKEN; broken++) {
            Optional<Header> header = header();
            if (header.isEmpty()) {
                return false;
            }
            if (header.get().frequency() == rate && channels(header.get()) == channels && decoded(header.get())) {
                return true;
            }
        }
        throw new AudioFileException("the MP3 is broken");
    }

    /** The next frame's header, whatever stands in front of it; empty at the end. */
    private Optional<Header> header() throws IOException {
        for (int broken = 0; broken < MOST_BROKEN; broken++) {
            try {
                return Optional.ofNullable(frames.readFrame());
            } catch (BitstreamException | RuntimeException e) {
                frames.closeFrame();
            }
        }
        throw new AudioFileException("the MP3 is broken");
    }

    /** The decoder believes what a frame says and runs out of its arrays when it lies. */
    private boolean decoded(Header header) {
        try {
            frame = (SampleBuffer) decoder.decodeFrame(header, frames);
            given = 0;
            ready = frame.getBufferLength() / channels;
            return ready > 0;
        } catch (DecoderException | RuntimeException e) {
            given = 0;
            ready = 0;
            return false;
        } finally {
            frames.closeFrame();
        }
    }

    private static int channels(Header header) {
        return header.mode() == Header.SINGLE_CHANNEL ? 1 : 2;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
