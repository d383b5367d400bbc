package org.callwright.media.embedded.play;

import org.callwright.media.codecs.SineOscillator;
import org.callwright.media.codecs.Tones;

/** A sine of a given length; its phase runs on through repetitions. */
final class ToneSource implements SampleSource {

    private final SineOscillator oscillator;
    private final long length;
    private long position;

    ToneSource(int hertz, int levelDbm0, long length) {
        this.oscillator = new SineOscillator(hertz, Tones.peak(levelDbm0));
        this.length = length;
    }

    @Override
    public int read(short[] target, int offset, int count) {
        int now = (int) Math.min(count, length - position);
        oscillator.read(target, offset, now);
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
