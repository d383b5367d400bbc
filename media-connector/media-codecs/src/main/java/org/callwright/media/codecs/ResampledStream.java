package org.callwright.media.codecs;

import java.io.IOException;
import java.util.Arrays;
import org.callwright.media.spi.file.AudioStream;

/**
 * A stream at another sample rate, through a {@link PolyphaseFilter}. It holds a piece of the input that is a little
 * longer than the filter, however long the stream is. Both begin at the same instant; before its beginning and behind
 * its end the input is silent.
 */
public final class ResampledStream implements AudioStream {

    private static final int PIECE = 4096;

    private final AudioStream source;
    private final int fromRate;
    private final int toRate;
    private final PolyphaseFilter filter;
    private final short[] window;
    /** Place in the input of the window's first sample. */
    private long start;
    private int filled;
    private long written;
    private long length = Long.MAX_VALUE;

    private ResampledStream(AudioStream source, int toRate) {
        this.source = source;
        this.fromRate = source.sampleRate();
        this.toRate = toRate;
        this.filter = new PolyphaseFilter(fromRate, toRate);
        this.window = new short[filter.length() + PIECE];
        this.start = 1 - filter.before();
        this.filled = filter.before() - 1;
    }

    /** The stream at that rate: itself when it has it. Closing the result closes the stream. */
    public static AudioStream of(AudioStream source, int rate) {
        return source.sampleRate() == rate ? source : new ResampledStream(source, rate);
    }

    @Override
    public int sampleRate() {
        return toRate;
    }

    @Override
    public int read(short[] samples, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            long scaled = written * fromRate;
            long first = scaled / toRate - filter.before() + 1;
            if (first + filter.length() > start + filled) {
                moveTo(first);
            }
            if (written >= length) {
                break;
            }
            samples[offset + done++] = filter.sample(window, (int) (first - start), scaled % toRate);
            written++;
        }
        return done == 0 ? -1 : done;
    }

    private void moveTo(long first) throws IOException {
        int drop = (int) (first - start);
        filled -= drop;
        System.arraycopy(window, drop, window, 0, filled);
        start = first;
        while (filled < window.length && length == Long.MAX_VALUE) {
            int read = source.read(window, filled, window.length - filled);
            if (read < 0) {
                length = (start + filled) * toRate / fromRate;
            } else {
                filled += read;
            }
        }
        Arrays.fill(window, filled, window.length, (short) 0);
        filled = window.length;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
