package org.callwright.media.codecs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a WAV (8 kHz, 16-bit, one or two channels) that is playable at any moment. The 44-byte header is there from
 * the start; audio is appended behind it and the two lengths in the header follow at least every second of audio,
 * always after the audio they speak of. A crash therefore leaves a playable file that says at most a second too little,
 * which {@link WavRepair} mends. Closing brings the header up to date and forces the file to the disk. A disk that gets
 * full costs the samples that were being appended; closing then cuts off what of them went in. A file {@linkplain #createFleeting that need not outlive a crash} is spared
 * the trouble: its header is right when it is closed. For one thread.
 */
public final class WavFileWriter implements AudioFileWriter {

    /** Bytes in front of the audio. */
    public static final int HEADER = 44;
    /** Most samples, of all channels together, that the 32-bit lengths can tell. */
    public static final long MAX_SAMPLES = (0xFFFF_FFFFL - HEADER) / 2;

    private static final int BUFFER_SAMPLES = 8192;

    private final FileChannel file;
    private final int channels;
    private final boolean lasting;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(2 * BUFFER_SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    private long samples;
    private long samplesInHeader;

    private WavFileWriter(FileChannel file, int channels, boolean lasting) {
        this.file = file;
        this.channels = channels;
        this.lasting = lasting;
    }

    /** Makes the file, with one channel; it must not exist. */
    public static WavFileWriter create(Path path) throws IOException {
        return create(path, 1);
    }

    /**
     * Makes the file, which must not exist.
     *
     * @param channels 1 or 2
     */
    public static WavFileWriter create(Path path, int channels) throws IOException {
        return create(path, channels, true);
    }

    /** Makes a file with one channel, which must not exist, and which is of no use after a crash. */
    public static WavFileWriter createFleeting(Path path) throws IOException {
        return create(path, 1, false);
    }

    private static WavFileWriter create(Path path, int channels, boolean lasting) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            WavFileWriter writer = new WavFileWriter(file, channels, lasting);
            writeHeader(file, 0, channels);
            return writer;
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /**
     * Appends samples, those of two channels by turns and as many of the one as of the other; when that fails, those
     * before them stay.
     */
    @Override
    public void append(short[] source, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, BUFFER_SAMPLES);
            buffer.clear();
            for (int i = 0; i < now; i++) {
                buffer.putShort(source[offset + done + i]);
            }
            writeFully(file, buffer.flip(), HEADER + 2 * samples);
            samples += now;
            done += now;
            if (lasting && samples - samplesInHeader >= channels * WavReader.SAMPLE_RATE) {
                update();
            }
        }
    }

    @Override
    public void update() throws IOException {
        if (samplesInHeader != samples) {
            writeHeader(file, samples, channels);
            samplesInHeader = samples;
        }
    }

    /** Samples of all channels appended so far. */
    @Override
    public long samples() {
        return samples;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (file.isOpen()) {
                update();
                file.truncate(HEADER + 2 * samples);
                if (lasting) {
                    file.force(true);
                }
            }
        }
    }

    /** Writes a whole array as a new file. */
    public static void write(Path path, short[] samples) throws IOException {
        try (WavFileWriter writer = create(path)) {
            writer.append(samples, 0, samples.length);
        }
    }

    /**
     * The bytes in front of the audio.
     *
     * @param samples of all channels
     */
    public static ByteBuffer header(long samples, int channels) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER - 8 + 2 * samples)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) WavHeader.ENCODING_PCM).putShort((short) channels);
        header.putInt(WavReader.SAMPLE_RATE).putInt(2 * channels * WavReader.SAMPLE_RATE);
        header.putShort((short) (2 * channels)).putShort((short) 16);
        header.put(ascii("data")).putInt((int) (2 * samples));
        return header.flip();
    }

    static void writeHeader(FileChannel file, long samples, int channels) throws IOException {
        writeFully(file, header(samples, channels), 0);
    }

    private static byte[] ascii(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }
}
