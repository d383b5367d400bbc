package org.callwright.media.g729;

import java.util.Arrays;
import org.callwright.media.spi.MediaCodec;
import org.restcomm.media.codec.g729.Decoder;
import org.restcomm.media.codec.g729.Encoder;

/**
 * G.729 as an RTP payload (RFC 3551, 4.5.6): frames of 10 ms in 10 octets, one after the other, at the end perhaps a
 * description of comfort noise in 2 octets, for which 10 ms of silence are given. The library works on one frame at a
 * time and allocates for each; nothing else here does. Either half is made when it is first needed.
 */
final class G729Codec implements MediaCodec {

    static final int FRAME_SAMPLES = 80;
    static final int FRAME_BYTES = 10;
    static final int NOISE_BYTES = 2;

    private final byte[] linear = new byte[2 * FRAME_SAMPLES];
    private final byte[] coded = new byte[FRAME_BYTES];
    private Encoder encoder;
    private Decoder decoder;

    @Override
    public int samplesPerFrame() {
        return FRAME_SAMPLES;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public int encode(short[] samples, int sampleOffset, int count, byte[] payload, int payloadOffset) {
        if (encoder == null) {
            encoder = new Encoder();
        }
        int frames = count / FRAME_SAMPLES;
        for (int frame = 0; frame < frames; frame++) {
            for (int i = 0; i < FRAME_SAMPLES; i++) {
                short sample = samples[sampleOffset + frame * FRAME_SAMPLES + i];
                linear[2 * i] = (byte) sample;
                linear[2 * i + 1] = (byte) (sample >> 8);
            }
            System.arraycopy(encoder.process(linear), 0, payload, payloadOffset + frame * FRAME_BYTES, FRAME_BYTES);
        }
        return frames * FRAME_BYTES;
    }

    @Override
    public int decode(byte[] payload, int payloadOffset, int length, short[] samples, int sampleOffset) {
        int frames = length / FRAME_BYTES;
        int rest = length % FRAME_BYTES;
        int count = (rest == 0 ? frames : frames + 1) * FRAME_SAMPLES;
        if (rest != 0 && rest != NOISE_BYTES || count > samples.length - sampleOffset) {
            return 0;
        }
        for (int frame = 0; frame < frames; frame++) {
            System.arraycopy(payload, payloadOffset + frame * FRAME_BYTES, coded, 0, FRAME_BYTES);
            frame(samples, sampleOffset + frame * FRAME_SAMPLES);
        }
        if (rest == NOISE_BYTES) {
            Arrays.fill(samples, sampleOffset + frames * FRAME_SAMPLES, sampleOffset + count, (short) 0);
        }
        return count;
    }

    private void frame(short[] samples, int offset) {
        if (decoder == null) {
            decoder = new Decoder();
        }
        byte[] decoded = decoder.process(coded);
        for (int i = 0; i < FRAME_SAMPLES; i++) {
            samples[offset + i] = (short) (decoded[2 * i] & 0xFF | decoded[2 * i + 1] << 8);
        }
    }

    @Override
    public void reset() {
        encoder = null;
        decoder = null;
    }
}
