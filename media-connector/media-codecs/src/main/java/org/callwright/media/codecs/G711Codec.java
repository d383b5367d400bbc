package org.callwright.media.codecs;

import org.callwright.media.spi.MediaCodec;

/** Either law of G.711, one octet a sample; keeps no state, so one instance may serve any number of legs. */
final class G711Codec implements MediaCodec {

    static final G711Codec ULAW = new G711Codec(G711.ULAW_TO_LINEAR, G711.LINEAR_TO_ULAW);
    static final G711Codec ALAW = new G711Codec(G711.ALAW_TO_LINEAR, G711.LINEAR_TO_ALAW);

    private final short[] decoded;
    private final byte[] codes;

    private G711Codec(short[] decoded, byte[] codes) {
        this.decoded = decoded;
        this.codes = codes;
    }

    @Override
    public int samplesPerFrame() {
        return 80;
    }

    @Override
    public int encode(short[] samples, int sampleOffset, int count, byte[] payload, int payloadOffset) {
        for (int i = 0; i < count; i++) {
            payload[payloadOffset + i] = codes[samples[sampleOffset + i] & 0xFFFF];
        }
        return count;
    }

    @Override
    public int decode(byte[] payload, int payloadOffset, int length, short[] samples, int sampleOffset) {
        if (length > samples.length - sampleOffset) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            samples[sampleOffset + i] = decoded[payload[payloadOffset + i] & 0xFF];
        }
        return length;
    }
}
