package org.callwright.media.embedded.rtp;

/** Gives the audio to two takers. */
public final class SplitSink implements AudioSink {

    private final AudioSink first;
    private final AudioSink second;

    private SplitSink(AudioSink first, AudioSink second) {
        this.first = first;
        this.second = second;
    }

    /** Both, or the one that takes anything. */
    public static AudioSink of(AudioSink first, AudioSink second) {
        if (first == NONE) {
            return second;
        }
        return second == NONE ? first : new SplitSink(first, second);
    }

    @Override
    public void audio(int timestamp, short[] samples, int count, int missing, long nanoTime) {
        first.audio(timestamp, samples, count, missing, nanoTime);
        second.audio(timestamp, samples, count, missing, nanoTime);
    }

    @Override
    public void silence(int timestamp, int count, int missing, long nanoTime) {
        first.silence(timestamp, count, missing, nanoTime);
        second.silence(timestamp, count, missing, nanoTime);
    }

    @Override
    public void senderChanged() {
        first.senderChanged();
        second.senderChanged();
    }
}
