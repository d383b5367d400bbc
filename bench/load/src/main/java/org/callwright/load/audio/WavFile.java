package org.callwright.load.audio;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files of 8 kHz, 16 bit, mono: the marked prompt is written as one, recordings are judged as such. */
public final class WavFile {

    private static final int HEADER = 44;

    private WavFile() {
    }

    /** A file with the frames 0 to below {@code frames} of a stream. */
    public static byte[] marked(int stream, int frames) {
        int dataBytes = frames * MarkedFrame.SAMPLES * 2;
        ByteBuffer out = ByteBuffer.allocate(HEADER + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(HEADER - 8 + dataBytes).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000)
                .putShort((short) 2).putShort((short) 16);
        out.put(ascii("data")).putInt(dataBytes);
        byte[] frame = new byte[MarkedFrame.SAMPLES];
        for (int number = 0; number < frames; number++) {
            MarkedFrame.write(stream, number, frame, 0);
            for (byte code : frame) {
                out.putShort(Ulaw.linear(code));
            }
        }
        return out.array();
    }

    /** Judges a recording; a data chunk that claims more than there is ends with the file. */
    public static AudioVerdict judge(Path file) throws IOException {
        return judge(Files.readAllBytes(file));
    }

    /** @throws IOException when it is no WAV file of 8 kHz, 16 bit, mono */
    public static AudioVerdict judge(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (!name(in).equals("RIFF") || in.getInt() == 0 || !name(in).equals("WAVE")) {
                throw new IOException("not a WAV file");
            }
            while (true) {
                String chunk = name(in);
                int length = in.getInt();
                if (chunk.equals("data")) {
                    return judge(in, Math.min(length & 0xFFFFFFFFL, in.remaining()) / 2);
                }
                if (chunk.equals("fmt ")) {
                    requireTelephone(in);
                }
                in.position(in.position() + length + length % 2);
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("a WAV file without audio", e);
        }
    }

    private static AudioVerdict judge(ByteBuffer in, long samples) {
        MarkedAudioReader reader = new MarkedAudioReader();
        for (long i = 0; i < samples; i++) {
            reader.accept(Ulaw.exactCode(in.getShort()));
        }
        return reader.verdict();
    }

    private static void requireTelephone(ByteBuffer in) throws IOException {
        int at = in.position();
        if (in.getShort(at) != 1 || in.getShort(at + 2) != 1 || in.getInt(at + 4) != 8000 || in.getShort(at + 14) != 16) {
            throw new IOException("not PCM of 8 kHz, 16 bit, mono");
        }
    }

    private static String name(ByteBuffer in) {
        byte[] name = new byte[4];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
