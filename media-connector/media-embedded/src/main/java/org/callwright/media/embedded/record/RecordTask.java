package org.callwright.media.embedded.record;

import java.util.function.Consumer;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordResult.Reason;

/**
 * A recording of what the leg's peer sends, from its first sample to the closed file. It ends by the length of its
 * audio, by silence, by a stop or by a failure of the file, whichever comes first; the first three work by the clock
 * too when the sender is absent.
 */
public final class RecordTask implements Recording {

    private static final int GRACE = 800;

    private final RecordOutput output;
    private final Timeline timeline;

    /**
     * Begins to record.
     *
     * @param frameConcealed called for every 20 ms that had to be made up
     * @param receiver told once, on a writer thread
     */
    public RecordTask(RecordRequest request, FileWriters writers, Runnable frameConcealed, long startNanoTime,
            Consumer<RecordResult> receiver) {
        output = new RecordOutput(request, writers, receiver);
        timeline = new Timeline(output, frameConcealed, startNanoTime);
    }

    /** The leg's stream is running; its next sample will have this time stamp. */
    public void anchor(int nextTimestamp) {
        timeline.anchor(nextTimestamp);
    }

    @Override
    public AudioSink sink() {
        return timeline;
    }

    @Override
    public void sent(short[] frame) {
        return;
    }

    @Override
    public void tick(long nanoTime, int rounds) {
        timeline.tick(nanoTime);
        long length = timeline.length(nanoTime);
        if (output.hasFailed()) {
            output.end(Reason.FAILED);
        } else if (output.isFull()) {
            output.end(Reason.MAX_DURATION);
        } else if (length >= output.maxSamples() + GRACE) {
            timeline.extendTo(output.maxSamples());
            output.end(Reason.MAX_DURATION);
        } else if (output.isSilent(Math.max(0, length - output.samples()))) {
            timeline.extendTo(length);
            output.end(output.isFull() ? Reason.MAX_DURATION : Reason.SILENCE);
        }
    }

    @Override
    public void stop(long nanoTime) {
        if (!output.ended()) {
            timeline.extendTo(timeline.length(nanoTime));
            output.end(output.isFull() ? Reason.MAX_DURATION : Reason.STOPPED);
        }
    }

    @Override
    public boolean ended() {
        return output.ended();
    }
}
