package org.callwright.media.codecs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What the head of a WAV file says, corrected by what is really there: a data length that is zero, unknown or larger
 * than the file is taken as "up to the end of the file", as in files that are still growing or were cut off.
 *
 * @param encoding one of the {@code ENCODING_} constants, already resolved for WAVE_FORMAT_EXTENSIBLE
 * @param dataOffset first byte of audio
 * @param dataLength bytes of audio, a multiple of the frame size
 */
public record WavHeader(int encoding, int channels, int sampleRate, int bitsPerSample, long dataOffset,
                        long dataLength) {

    public static final int ENCODING_PCM = 1;
    public static final int ENCODING_FLOAT = 3;
    public static final int ENCODING_ALAW = 6;
    public static final int ENCODING_ULAW = 7;

    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MAX_CHUNKS = 200;

    /** Reads the head of the file. */
    public static WavHeader read(FileChannel file) throws IOException {
        long size = file.size();
        ByteBuffer head = bytes(file, 0, 12);
        if (head.remaining() < 12 || !id(head, 0).equals("RIFF") || !id(head, 8).equals("WAVE")) {
            throw new WavException(WavException.Reason.NOT_WAV, "no RIFF/WAVE header");
        }
        ByteBuffer format = null;
        long at = 12;
        for (int chunks = 0; chunks < MAX_CHUNKS; chunks++) {
            ByteBuffer chunk = bytes(file, at, 8);
            if (chunk.remaining() < 8) {
                break;
            }
            String id = id(chunk, 0);
            long length = chunk.getInt(4) & 0xFFFF_FFFFL;
            if (id.equals("fmt ")) {
                format = bytes(file, at + 8, (int) Math.min(length, 40));
            } else if (id.equals("data")) {
                return of(format, at + 8, length, size);
            }
            at += 8 + length + (length & 1);
        }
        throw new WavException(WavException.Reason.NOT_WAV, "no audio data in the file");
    }

    private static WavHeader of(ByteBuffer format, long dataOffset, long declared, long fileSize) throws WavException {
        if (format == null || format.remaining() < 16) {
            throw new WavException(WavException.Reason.NOT_WAV, "no format before the audio data");
        }
        int encoding = format.getShort(0) & 0xFFFF;
        int channels = format.getShort(2) & 0xFFFF;
        int rate = format.getInt(4);
        int bits = format.getShort(14) & 0xFFFF;
        if (encoding == EXTENSIBLE && format.remaining() >= 26) {
            encoding = format.getShort(24) & 0xFFFF;
        }
        if (!known(encoding, bits) || channels < 1 || channels > 8 || rate < 4000 || rate > 192_000) {
            throw new WavException(WavException.Reason.UNSUPPORTED_FORMAT, "WAV encoding " + encoding + ", " + channels
                    + " channels, " + rate + " Hz, " + bits + " bits is not supported");
        }
        long there = Math.max(0, fileSize - dataOffset);
        long length = declared == 0 || declared > there ? there : declared;
        int frame = channels * bits / 8;
        return new WavHeader(encoding, channels, rate, bits, dataOffset, length - length % frame);
    }

    private static boolean known(int encoding, int bits) {
        switch (encoding) {
            case ENCODING_PCM:
                return bits == 8 || bits == 16 || bits == 24 || bits == 32;
            case ENCODING_FLOAT:
                return bits == 32 || bits == 64;
            case ENCODING_ALAW:
            case ENCODING_ULAW:
                return bits == 8;
            default:
                return false;
        }
    }

    /** Whether it is the platform's own format: linear 16-bit, 8 kHz, mono. */
    public boolean telephony() {
        return channels == 1 && recorded();
    }

    /** Whether it is a format that the platform records in: as {@link #telephony}, or with two channels. */
    public boolean recorded() {
        return encoding == ENCODING_PCM && channels <= 2 && sampleRate == 8000 && bitsPerSample == 16;
    }

    public int bytesPerFrame() {
        return channels * bitsPerSample / 8;
    }

    /** Samples of each channel. */
    public long frames() {
        return dataLength / bytesPerFrame();
    }

    public Duration duration() {
        return Duration.ofNanos(Math.multiplyHigh(frames(), 1_000_000_000L) == 0
                ? frames() * 1_000_000_000L / sampleRate
                : Long.MAX_VALUE);
    }

    private static ByteBuffer bytes(FileChannel file, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
            continue;
        }
        return buffer.flip();
    }

    private static String id(ByteBuffer buffer, int at) {
        byte[] id = new byte[4];
        buffer.get(at, id);
        return new String(id, StandardCharsets.US_ASCII);
    }
}
