package org.callwright.phone.media;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes WAV files of 8 kHz, 16 bit, mono; anything else is refused by name. */
public final class WavFile {

    private static final int HEADER = 44;

    private WavFile() {
    }

    public static Audio read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /** @throws IOException when it is no WAV file, no 8 kHz 16-bit mono PCM, or shorter than its header says */
    public static Audio parse(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (!name(in).equals("RIFF") || in.getInt() < 0 || !name(in).equals("WAVE")) {
                throw new IOException("not a WAV file");
            }
            boolean known = false;
            while (true) {
                String chunk = name(in);
                int length = in.getInt();
                if (chunk.equals("fmt ")) {
                    int tag = in.getShort();
                    int channels = in.getShort();
                    int rate = in.getInt();
                    int bits = in.getShort(in.position() + 6);
                    if (tag != 1 || channels != 1 || rate != 8000 || bits != 16) {
                        throw new IOException("WAV of format " + tag + ", " + channels + " channels, " + rate + " Hz, "
                                + bits + " bits; expected PCM, mono, 8000 Hz, 16 bits");
                    }
                    known = true;
                    in.position(in.position() + length - 8);
                } else if (chunk.equals("data") && known) {
                    short[] samples = new short[length / 2];
                    in.asShortBuffer().get(samples);
                    return new Audio(samples);
                } else {
                    in.position(in.position() + length + length % 2);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("WAV file of " + bytes.length + " bytes ends early", e);
        }
    }

    private static String name(ByteBuffer in) {
        byte[] name = new byte[4];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    public static void write(Path file, Audio audio) throws IOException {
        short[] samples = audio.samples();
        int length = samples.length * 2;
        ByteBuffer out = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16)
                .putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000)
                .putShort((short) 2).putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        for (short sample : samples) {
            out.putShort(sample);
        }
        Files.write(file, out.array());
    }
}
