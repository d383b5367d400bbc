package org.callwright.media.codecs.gsm;

import org.callwright.media.spi.MediaCodec;

/**
 * GSM full rate as an RTP payload (RFC 3551, 4.5.8): any number of frames, one after the other. Either half is made when
 * it is first needed, since a leg's codec works in one direction only.
 */
final class GsmCodec implements MediaCodec {

    private GsmEncoder encoder;
    private GsmDecoder decoder;

    @Override
    public int samplesPerFrame() {
        return GsmFrame.SAMPLES;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public int encode(short[] samples, int sampleOffset, int count, byte[] payload, int payloadOffset) {
        if (encoder == null) {
            encoder = new GsmEncoder();
        }
        int frames = count / GsmFrame.SAMPLES;
        for (int i = 0; i < frames; i++) {
            encoder.encode(samples, sampleOffset + i * GsmFrame.SAMPLES, payload, payloadOffset + i * GsmFrame.BYTES);
        }
        return frames * GsmFrame.BYTES;
    }

    @Override
    public int decode(byte[] payload, int payloadOffset, int length, short[] samples, int sampleOffset) {
        int frames = length / GsmFrame.BYTES;
        if (length % GsmFrame.BYTES != 0 || frames * GsmFrame.SAMPLES > samples.length - sampleOffset) {
            return 0;
        }
        if (decoder == null) {
            decoder = new GsmDecoder();
        }
        for (int i = 0; i < frames; i++) {
            if (!decoder.decode(payload, payloadOffset + i * GsmFrame.BYTES, samples,
                    sampleOffset + i * GsmFrame.SAMPLES)) {
                return 0;
            }
        }
        return frames * GsmFrame.SAMPLES;
    }

    @Override
    public void reset() {
        encoder = null;
        decoder = null;
    }
}
