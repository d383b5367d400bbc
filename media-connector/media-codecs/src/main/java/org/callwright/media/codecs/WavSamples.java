package org.callwright.media.codecs;

import java.nio.ByteBuffer;

/** Turns the raw data of a WAV into 16-bit mono: widens or narrows each sample and averages the channels. */
public final class WavSamples {

    private WavSamples() {
    }

    static short[] mono(WavHeader header, ByteBuffer data) {
        short[] mono = new short[data.remaining() / header.bytesPerFrame()];
        mono(header, data, mono, 0, mono.length);
        return mono;
    }

    /**
     * Converts as many frames.
     *
     * @param data little-endian, read from its position on
     */
    public static void mono(WavHeader header, ByteBuffer data, short[] target, int offset, int frames) {
        int channels = header.channels();
        for (int i = 0; i < frames; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += next(header, data);
            }
            target[offset + i] = (short) (sum / channels);
        }
    }

    private static int next(WavHeader header, ByteBuffer data) {
        switch (header.encoding()) {
            case WavHeader.ENCODING_ALAW:
                return G711.decodeAlaw(data.get());
            case WavHeader.ENCODING_ULAW:
                return G711.decodeUlaw(data.get());
            case WavHeader.ENCODING_FLOAT:
                return linear(header.bitsPerSample() == 64 ? data.getDouble() : data.getFloat());
            default:
                return linear(header.bitsPerSample(), data);
        }
    }

    private static int linear(double sample) {
        return (int) Math.round(Math.max(-1, Math.min(1, sample)) * Short.MAX_VALUE);
    }

    private static int linear(int bits, ByteBuffer data) {
        switch (bits) {
            case 8:
                return (data.get() & 0xFF) - 128 << 8;
            case 16:
                return data.getShort();
            case 24:
                data.get();
                return data.getShort();
            default:
                data.getShort();
                return data.getShort();
        }
    }
}
