package org.callwright.media.embedded.play;

import java.util.Arrays;

/** Silence of a given length. */
final class SilenceSource implements SampleSource {

    private final long length;
    private long position;

    SilenceSource(long length) {
        this.length = length;
    }

    @Override
    public int read(short[] target, int offset, int count) {
        int now = (int) Math.min(count, length - position);
        Arrays.fill(target, offset, offset + now, (short) 0);
        position += now;
        return now;
    }

    @Override
    public boolean ended() {
        return position >= length;
    }

    @Override
    public void rewind() {
        position = 0;
    }
}
