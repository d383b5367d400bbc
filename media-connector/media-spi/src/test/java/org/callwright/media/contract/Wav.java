package org.callwright.media.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The 44-byte kind of WAV, 8 kHz 16-bit, one or two channels; insists on every field. */
final class Wav {

    private static final int HEADER = 44;

    private Wav() {
    }

    /** What the header says is there; fails when less is there or any field is wrong. */
    static short[] read(Path path) {
        return read(path, 1);
    }

    /** As {@link #read}, of a file with two channels: left and right. */
    static short[][] readBoth(Path path) {
        short[] samples = read(path, 2);
        short[][] both = new short[2][samples.length / 2];
        for (int i = 0; i < samples.length; i++) {
            both[i % 2][i / 2] = samples[i];
        }
        return both;
    }

    private static short[] read(Path path, int channels) {
        try {
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
            int length = file.remaining() < HEADER ? -1 : file.getInt(40);
            if (length < 0 || length > file.remaining() - HEADER
                    || !header(length, channels).equals(file.slice(0, HEADER))) {
                throw new AssertionError(path + " has no sound header (" + file.remaining() + " bytes)");
            }
            short[] samples = new short[length / 2];
            file.position(HEADER).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path path, short[] samples) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(HEADER + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header(2 * samples.length, 1));
        file.asShortBuffer().put(samples);
        return Files.write(path, file.array());
    }

    private static ByteBuffer header(int length, int channels) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        header.putShort((short) channels).putInt(8000).putInt(16_000 * channels);
        header.putShort((short) (2 * channels)).putShort((short) 16);
        return header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length).flip();
    }
}
