package org.callwright.media.spi;

/**
 * Translates between one RTP payload format and 8 kHz 16-bit linear samples. Instances may keep state and belong to one
 * direction of one leg; they must not allocate per call.
 */
public interface MediaCodec {

    /** Samples per payload frame that this codec makes, such as 160 for 20 ms. */
    int samplesPerFrame();

    /**
     * Encodes {@code count} samples.
     *
     * @return bytes written to {@code payload} from {@code payloadOffset} on
     */
    int encode(short[] samples, int sampleOffset, int count, byte[] payload, int payloadOffset);

    /**
     * Decodes {@code length} bytes.
     *
     * @return samples written to {@code samples} from {@code sampleOffset} on; 0 when the payload is not valid
     */
    int decode(byte[] payload, int payloadOffset, int length, short[] samples, int sampleOffset);
}
