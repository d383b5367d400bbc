package org.callwright.media.embedded.record;

import java.util.Arrays;
import java.util.function.Consumer;
import org.callwright.media.codecs.Saturation;
import org.callwright.media.embedded.jitter.PlayoutBuffer;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordResult.Reason;
import org.callwright.media.spi.RecordedAudio;

/**
 * A recording of both ways of a leg, added up or on two channels. It goes by our clock: each turn takes 20 ms of what
 * the peer says, through a playout buffer, and the 20 ms that the peer was sent when those arrived. The buffer has
 * {@link #DELAY} frames of patience, and what was sent waits as long, so both stay beside each other; where the peer's
 * clock differs from ours the buffer makes up for it in silence. Only a sender that was held up for more than {@link
 * #LONGEST} frames loses audio here; a recording of what is received alone loses nothing.
 */
public final class DuplexTask implements Recording {

    private static final int FRAME = PlayoutBuffer.FRAME;
    private static final int DELAY = 10;
    private static final int LONGEST = 40;
    /** Most rounds without a turn that are written as silence; the queue to the disk has room for more. */
    private static final int MOST_ROUNDS = 250;

    private final RecordOutput output;
    private final PlayoutBuffer received;
    private final boolean separate;
    private final short[][] sent = new short[DELAY][FRAME];
    private final short[] pending = new short[FRAME];
    private final short[] said = new short[FRAME];
    private final short[] sum = new short[FRAME];
    private int at;
    private int lead = DELAY;

    /**
     * Begins to record.
     *
     * @param frameConcealed called for every 20 ms that had to be made up
     * @param receiver told once, on a writer thread
     */
    public DuplexTask(RecordRequest request, FileWriters writers, Runnable frameConcealed,
            Consumer<RecordResult> receiver) {
        output = new RecordOutput(request, writers, receiver);
        received = new PlayoutBuffer(DELAY * FRAME, LONGEST * FRAME, frameConcealed);
        separate = request.audio() == RecordedAudio.SEPARATE;
    }

    @Override
    public AudioSink sink() {
        return received;
    }

    @Override
    public void sent(short[] frame) {
        System.arraycopy(frame, 0, pending, 0, FRAME);
    }

    @Override
    public void tick(long nanoTime, int rounds) {
        for (int i = Math.min(rounds, MOST_ROUNDS); i > 0; i--) {
            next();
        }
        if (output.hasFailed()) {
            output.end(Reason.FAILED);
        } else if (output.isFull()) {
            output.end(Reason.MAX_DURATION);
        } else if (output.isSilent(0)) {
            output.end(Reason.SILENCE);
        }
    }

    /** The frame that was sent so long ago leaves its place to the one that was sent last. */
    private void next() {
        received.read(said);
        short[] heard = sent[at];
        if (lead > 0) {
            lead--;
        } else {
            write(heard);
        }
        System.arraycopy(pending, 0, heard, 0, FRAME);
        Arrays.fill(pending, (short) 0);
        at = at + 1 == DELAY ? 0 : at + 1;
    }

    private void write(short[] heard) {
        for (int i = 0; i < FRAME; i++) {
            sum[i] = Saturation.of(said[i] + heard[i]);
        }
        if (separate) {
            output.write(said, heard, sum, FRAME);
        } else {
            output.write(sum, 0, FRAME);
        }
    }

    @Override
    public void stop(long nanoTime) {
        for (int i = 0; i <= DELAY && !output.ended(); i++) {
            next();
        }
        output.end(output.isFull() ? Reason.MAX_DURATION : Reason.STOPPED);
    }

    @Override
    public boolean ended() {
        return output.ended();
    }
}
