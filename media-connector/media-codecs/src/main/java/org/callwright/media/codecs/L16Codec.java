package org.callwright.media.codecs;

import org.callwright.media.spi.MediaCodec;

/** Linear samples in network byte order (RFC 3551, 4.5.11). */
final class L16Codec implements MediaCodec {

    static final L16Codec INSTANCE = new L16Codec();

    private L16Codec() {
    }

    @Override
    public int samplesPerFrame() {
        return 80;
    }

    @Override
    public int encode(short[] samples, int sampleOffset, int count, byte[] payload, int payloadOffset) {
        int at = payloadOffset;
        for (int i = 0; i < count; i++) {
            short sample = samples[sampleOffset + i];
            payload[at++] = (byte) (sample >> 8);
            payload[at++] = (byte) sample;
        }
        return count * 2;
    }

    @Override
    public int decode(byte[] payload, int payloadOffset, int length, short[] samples, int sampleOffset) {
        if ((length & 1) != 0 || length / 2 > samples.length - sampleOffset) {
            return 0;
        }
        int at = payloadOffset;
        for (int i = 0; i < length / 2; i++) {
            samples[sampleOffset + i] = (short) (payload[at] << 8 | payload[at + 1] & 0xFF);
            at += 2;
        }
        return length / 2;
    }
}
