package org.callwright.media.codecs;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.callwright.media.spi.file.AudioStream;

/** Changes the sample rate of a whole piece of audio; see {@link ResampledStream} for one of any length. */
public final class Resampler {

    private Resampler() {
    }

    /** Gives the same audio at another rate; the input itself when the rates are equal. */
    public static short[] resample(short[] input, int fromRate, int toRate) {
        if (fromRate == toRate) {
            return input;
        }
        short[] output = new short[Math.toIntExact((long) input.length * toRate / fromRate)];
        try (AudioStream stream = ResampledStream.of(new Whole(input, fromRate), toRate)) {
            int done = 0;
            while (done < output.length) {
                done += stream.read(output, done, output.length - done);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Whole implements AudioStream {

        private final short[] samples;
        private final int rate;
        private int at;

        Whole(short[] samples, int rate) {
            this.samples = samples;
            this.rate = rate;
        }

        @Override
        public int sampleRate() {
            return rate;
        }

        @Override
        public int read(short[] target, int offset, int count) {
            int now = Math.min(count, samples.length - at);
            System.arraycopy(samples, at, target, offset, now);
            at += now;
            return now == 0 ? -1 : now;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
