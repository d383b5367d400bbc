package org.callwright.media.embedded.record;

import org.callwright.media.embedded.jitter.AheadBuffer;
import org.callwright.media.embedded.jitter.Concealment;
import org.callwright.media.embedded.rtp.AudioSink;

/**
 * Lays received audio out in time without losing a sample. Audio that comes in order goes straight through. What comes
 * ahead of a hole waits up to {@link #HOLE_WAIT_MS} for the missing packets and is then joined by concealed audio of
 * exactly the hole's length. A jump of the time stamps without a missing packet is a pause of the sender and becomes
 * silence. Where the sender's time stamps contradict the clock (they run back, leap ahead, or another sender took over)
 * the audio is put behind what is there already, after silence by the clock.
 *
 * <p>While nothing arrives the timeline grows by the clock, {@link #ABSENT_MS} behind it, so that a sender that was
 * only held up finds its place still free.
 *
 * <p>Places are counted in samples from the start. Belongs to one tick thread; allocates nothing after construction.
 */
final class Timeline implements AudioSink {

    static final int HOLE_WAIT_MS = 100;
    static final int ABSENT_MS = 600;

    private static final int SAMPLES_PER_MS = 8;
    private static final int JITTER = 100 * SAMPLES_PER_MS;
    private static final int TOLERANCE = 500 * SAMPLES_PER_MS;
    private static final int FRAME = 160;

    private final SampleOutput output;
    private final Runnable frameConcealed;
    private final AheadBuffer ahead = new AheadBuffer();
    private final Concealment concealment = new Concealment();
    private final short[] scratch = new short[FRAME];
    private final short[] zeros = new short[FRAME];
    private boolean anchored;
    /** Place of the next sample to write, and the time stamp that belongs to it. */
    private long position;
    private int timestamp;
    /** Place behind the newest sample that arrived, and when that was. */
    private long newestEnd;
    private long newestArrival;
    private long holeSince;

    /** @param frameConcealed called for every 20 ms, or part of them, that are made up */
    Timeline(SampleOutput output, Runnable frameConcealed, long startNanoTime) {
        this.output = output;
        this.frameConcealed = frameConcealed;
        newestArrival = startNanoTime;
    }

    /** The stream is running already and its next sample will have this time stamp. */
    void anchor(int nextTimestamp) {
        timestamp = nextTimestamp;
        anchored = true;
    }

    @Override
    public void audio(int packetTimestamp, short[] samples, int count, int missing, long nanoTime) {
        int delta = packetTimestamp - timestamp;
        if (missing >= 0 && (!anchored || delta < 0 || leap(delta, nanoTime))) {
            rebase(packetTimestamp, count, nanoTime);
        }
        if (anchored) {
            place(packetTimestamp, samples, 0, count, missing, nanoTime);
        }
    }

    @Override
    public void silence(int packetTimestamp, int count, int missing, long nanoTime) {
        if (!anchored || leap(packetTimestamp - timestamp, nanoTime)) {
            return;
        }
        int knownSilence = missing;
        long possible = newestEnd + samplesSinceArrival(nanoTime) + TOLERANCE - position;
        int length = (int) Math.min(count, possible + (timestamp - packetTimestamp));
        for (int done = Math.max(0, timestamp - packetTimestamp); done < length; done += FRAME) {
            place(packetTimestamp + done, zeros, 0, Math.min(FRAME, length - done), knownSilence, nanoTime);
            knownSilence = Math.min(0, missing);
        }
    }

    @Override
    public void senderChanged() {
        flush();
        anchored = false;
    }

    /** Whether a time stamp is further ahead than time itself went on. */
    private boolean leap(int delta, long nanoTime) {
        return position + delta - newestEnd > samplesSinceArrival(nanoTime) + TOLERANCE;
    }

    private void rebase(int packetTimestamp, int count, long nanoTime) {
        flush();
        long byClock = newestEnd + samplesSinceArrival(nanoTime) - count;
        if (byClock - position > JITTER) {
            writeSilence(byClock - position);
        }
        newestEnd = position;
        timestamp = packetTimestamp;
        anchored = true;
    }

    private void place(int packetTimestamp, short[] samples, int offset, int count, int missing, long nanoTime) {
        int late = Math.max(0, timestamp - packetTimestamp);
        if (late >= count) {
            return;
        }
        long place = position + (packetTimestamp + late - timestamp);
        int length = count - late;
        if (missing == 0 && place > newestEnd) {
            pauseUntil(place);
        }
        if (place + length - position > AheadBuffer.CAPACITY) {
            fillUpTo(place);
        }
        if (place == position && ahead.isEmpty()) {
            write(samples, offset + late, length);
        } else {
            if (ahead.isEmpty()) {
                holeSince = nanoTime;
            }
            ahead.store(place, samples, offset + late, length);
            writeRun();
        }
        if (missing >= 0) {
            newestEnd = place + length;
            newestArrival = nanoTime;
        }
    }

    /** The sender paused after its newest sample: silence up to the place. */
    private void pauseUntil(long place) {
        if (place - position > AheadBuffer.CAPACITY) {
            flush();
        }
        if (ahead.isEmpty() && position >= newestEnd) {
            writeSilence(place - position);
            return;
        }
        for (long at = newestEnd; at < place; at += FRAME) {
            ahead.store(at, zeros, 0, (int) Math.min(FRAME, place - at));
        }
    }

    /** Time goes on: gives up waiting for lost packets, and grows by the clock when nothing comes. */
    void tick(long nanoTime) {
        if (!ahead.isEmpty() && nanoTime - holeSince > HOLE_WAIT_MS * 1_000_000L) {
            conceal(ahead.hole(position));
            writeRun();
            holeSince = nanoTime;
        }
        long due = newestEnd + samplesSinceArrival(nanoTime) - ABSENT_MS * SAMPLES_PER_MS;
        if (due > position && due > newestEnd) {
            flush();
            writeSilence(due - position);
        }
    }

    /** Everything that is here goes out, holes concealed. */
    void flush() {
        if (!ahead.isEmpty()) {
            fillUpTo(ahead.end());
        }
    }

    /** Goes on with silence up to the place. */
    void extendTo(long place) {
        flush();
        writeSilence(place - position);
    }

    /** How long the audio is by now, be it that it arrived or that time passed without any. */
    long length(long nanoTime) {
        long passed = samplesSinceArrival(nanoTime);
        return passed > JITTER ? Math.max(position, newestEnd + passed) : position;
    }

    private long samplesSinceArrival(long nanoTime) {
        return (nanoTime - newestArrival) / (1_000_000 / SAMPLES_PER_MS);
    }

    private void fillUpTo(long place) {
        while (position < place) {
            writeRun();
            if (position < place) {
                conceal((int) Math.min(place - position, ahead.isEmpty() ? Integer.MAX_VALUE : ahead.hole(position)));
            }
        }
        writeRun();
    }

    private void writeRun() {
        int run = ahead.isEmpty() ? 0 : ahead.run(position, FRAME);
        while (run > 0) {
            ahead.take(position, scratch, 0, run);
            write(scratch, 0, run);
            run = ahead.run(position, FRAME);
        }
    }

    private void conceal(int count) {
        for (int left = count; left > 0; left -= FRAME) {
            int length = Math.min(FRAME, left);
            concealment.fill(scratch, 0, length);
            emit(scratch, 0, length);
            frameConcealed.run();
        }
    }

    private void writeSilence(long count) {
        for (long left = count; left > 0; left -= FRAME) {
            write(zeros, 0, (int) Math.min(FRAME, left));
        }
    }

    private void write(short[] samples, int offset, int count) {
        concealment.heard(samples, offset, count);
        emit(samples, offset, count);
    }

    private void emit(short[] samples, int offset, int count) {
        output.write(samples, offset, count);
        position += count;
        timestamp += count;
    }
}
