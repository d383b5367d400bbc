package org.callwright.media.codecs;

import java.nio.ByteBuffer;

/** Turns the raw data of a WAV into 16-bit mono: widens or narrows each sample and averages the channels. */
final class WavSamples {

    private WavSamples() {
    }

    static short[] mono(WavHeader header, ByteBuffer data) {
        int channels = header.channels();
        short[] mono = new short[data.remaining() / header.bytesPerFrame()];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += next(header, data);
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    private static int next(WavHeader header, ByteBuffer data) {
        switch (header.encoding()) {
            case WavHeader.ENCODING_ALAW:
                return G711.decodeAlaw(data.get());
            case WavHeader.ENCODING_ULAW:
                return G711.decodeUlaw(data.get());
            case WavHeader.ENCODING_FLOAT:
                return Math.round(Math.max(-1, Math.min(1, data.getFloat())) * Short.MAX_VALUE);
            default:
                return linear(header.bitsPerSample(), data);
        }
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
