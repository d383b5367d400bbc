package org.callwright.media.tts.espeak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.callwright.media.codecs.Resampler;

/**
 * The WAV that the program writes to a pipe. It is 16-bit mono, and its lengths are made up, since a pipe can't be
 * rewound: the audio is whatever follows the head of the data chunk.
 */
final class WaveOutput {

    private static final int TELEPHONE_RATE = 8000;

    private WaveOutput() {
    }

    /** The audio at 8 kHz. */
    static short[] samples(byte[] wav) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int rate = 0;
        if (wav.length < 12 || !name(wav, 0).equals("RIFF") || !name(wav, 8).equals("WAVE")) {
            throw new IOException("no WAV came, but " + wav.length + " bytes");
        }
        for (int at = 12; at + 8 <= wav.length;) {
            String chunk = name(wav, at);
            int length = in.getInt(at + 4);
            at += 8;
            if (chunk.equals("data") && rate > 0) {
                short[] samples = new short[(wav.length - at) / 2];
                in.position(at).asShortBuffer().get(samples);
                return Resampler.resample(samples, rate, TELEPHONE_RATE);
            }
            if (chunk.equals("fmt ") && at + 16 <= wav.length) {
                rate = pcmRate(in, at);
            }
            if (length < 0 || length > wav.length - at) {
                break;
            }
            at += length;
        }
        throw new IOException("the WAV of " + wav.length + " bytes holds no audio");
    }

    private static int pcmRate(ByteBuffer in, int at) throws IOException {
        if (in.getShort(at) != 1 || in.getShort(at + 2) != 1 || in.getShort(at + 14) != 16) {
            throw new IOException("the WAV is not linear 16-bit mono");
        }
        return in.getInt(at + 4);
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
