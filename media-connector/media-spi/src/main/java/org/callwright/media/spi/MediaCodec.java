package org.callwright.media.spi;

/**
 * Translates between one RTP payload format and 8 kHz 16-bit linear samples. Instances may keep state and belong to one
 * direction of one leg; they must not allocate per call.
 */
public interface MediaCodec {

    /** Samples of the shortest payload, such as 160 for 20 ms; the samples of every payload are a multiple of them. */
    int samplesPerFrame();

    /**
     * Encodes {@code count} samples, a multiple of {@link #samplesPerFrame}.
     *
     * @return bytes written to {@code payload} from {@code payloadOffset} on
     */
    int encode(short[] samples, int sampleOffset, int count, byte[] payload, int payloadOffset);

    /**
     * Decodes {@code length} bytes.
     *
     * @return samples written to {@code samples} from {@code sampleOffset} on; 0 when the payload is not valid or is
     *         more than there is room for
     */
    int decode(byte[] payload, int payloadOffset, int length, short[] samples, int sampleOffset);

    /**
     * Whether a payload is understood by those before it: then payloads must be decoded in their order, and one that
     * comes too late must be left out.
     */
    default boolean remembers() {
        return false;
    }

    /** Another stream begins: what is remembered no longer counts. */
    default void reset() {
    }
}
