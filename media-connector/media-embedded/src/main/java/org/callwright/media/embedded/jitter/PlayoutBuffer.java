package org.callwright.media.embedded.jitter;

import org.callwright.media.embedded.rtp.AudioSink;

/**
 * Gives a leg's audio 20 ms at a time whenever the clock asks, whatever way the packets came. The first packet waits
 * for a given delay; after that every packet has its place by its time stamp (RFC 3550, 5.1). What is not there in time
 * is concealed; where nothing comes for long there is silence.
 *
 * <p>The delay follows the network and the sender's clock. A packet in order that comes too late is played all the
 * same, and the delay is longer from then on. Whether packets lately had much more time than they need, or hardly any,
 * is told by the least time that any of them had before it was due; it is put right by 20 ms at a time and in silence
 * only: a silent frame is left out or said twice. So audio that is loud passes sample by sample. Only where more waits
 * than is allowed, as after a stall of the network, the oldest is thrown away.
 *
 * <p>Places are counted in samples. Belongs to one tick thread; allocates nothing after its first packet.
 */
public final class PlayoutBuffer implements AudioSink {

    /** Samples of a frame. */
    public static final int FRAME = 160;

    private static final int LONGEST_PACKET = 1600;
    private static final int WINDOW = 75;
    private static final int UNKNOWN = Integer.MAX_VALUE / 2;
    private static final int QUIET = 256;
    /** The largest steady value that is silence; A-law has no zero. */
    private static final int SILENT = 8;

    private final int delay;
    private final int longest;
    private final int capacity;
    private final Runnable frameConcealed;
    private final AheadBuffer waiting;
    private final Concealment concealment = new Concealment();
    private final short[] zeros = new short[FRAME];
    private boolean anchored;
    /** Place of the next sample to give, and the time stamp that belongs to it. */
    private long position;
    private int timestamp;
    /** Place behind the newest sample that arrived. */
    private long newestEnd;
    /** Place at which the stream began; nothing is missing before it. */
    private long beginning;
    /** Least time that a packet had before it was due, in this window and the one before. */
    private int least = UNKNOWN;
    private int leastBefore = UNKNOWN;
    private int framesInWindow;
    private boolean real;
    private boolean quiet;
    private boolean silent = true;

    /**
     * @param delay samples that the first packet waits, whole frames
     * @param longest most samples that may wait
     * @param frameConcealed called for every 20 ms, or part of them, that are made up for a lost packet
     */
    public PlayoutBuffer(int delay, int longest, Runnable frameConcealed) {
        this.delay = delay;
        this.longest = longest;
        this.frameConcealed = frameConcealed;
        capacity = Integer.highestOneBit(longest + LONGEST_PACKET) * 2;
        waiting = new AheadBuffer(capacity);
    }

    @Override
    public void audio(int packetTimestamp, short[] samples, int count, int missing, long nanoTime) {
        if (missing < 0) {
            if (anchored) {
                store(place(packetTimestamp), samples, count);
            }
            return;
        }
        long place = place(packetTimestamp);
        long late = position - place;
        if (!anchored || late > longest || place + count - position > capacity) {
            beginning = Math.max(position + delay, newestEnd);
            align(packetTimestamp, beginning);
            forgetTimes();
        } else if (late >= count || late > 0 && place + count > newestEnd) {
            long later = Math.max(position, newestEnd);
            align(packetTimestamp, later);
            shiftTimes((int) (later - place));
        }
        place = place(packetTimestamp);
        least = (int) Math.min(least, place - position);
        store(place, samples, count);
        newestEnd = Math.max(newestEnd, place + count);
        if (newestEnd - position > longest) {
            skip((int) (newestEnd - position) - delay - count);
        }
    }

    @Override
    public void silence(int packetTimestamp, int count, int missing, long nanoTime) {
        long place = place(packetTimestamp);
        if (!anchored || place + count - position > longest || position - place > count + (long) longest) {
            return;
        }
        for (int done = 0; done < count; done += FRAME) {
            store(place + done, zeros, Math.min(FRAME, count - done));
        }
        newestEnd = Math.max(newestEnd, place + count);
    }

    @Override
    public void senderChanged() {
        anchored = false;
    }

    /** Forgets what waits; the next packet is as the first. */
    public void restart() {
        waiting.clear();
        concealment.reset();
        newestEnd = position;
        anchored = false;
        forgetTimes();
    }

    private long place(int packetTimestamp) {
        return position + (packetTimestamp - timestamp);
    }

    private void align(int packetTimestamp, long place) {
        timestamp = packetTimestamp - (int) (place - position);
        anchored = true;
    }

    private void store(long place, short[] samples, int count) {
        int past = (int) Math.max(0, Math.min(count, position - place));
        if (past < count && place + count - position <= capacity) {
            waiting.store(place + past, samples, past, count - past);
        }
    }

    private void skip(int count) {
        waiting.discard(position, count);
        position += count;
        timestamp += count;
        shiftTimes(-count);
    }

    /**
     * The next 20 ms.
     *
     * @return whether any of it was really said, be it silence, and not made up
     */
    public boolean read(short[] frame) {
        if (++framesInWindow == WINDOW) {
            framesInWindow = 0;
            leastBefore = least;
            least = UNKNOWN;
        }
        int time = leastBefore == UNKNOWN ? UNKNOWN : Math.min(least, leastBefore);
        if (quiet && time < delay - FRAME / 2) {
            shiftTimes(FRAME);
            concealment.fill(frame, 0, FRAME);
            return real;
        }
        take(frame);
        if (quiet && time != UNKNOWN && time >= delay + FRAME) {
            shiftTimes(-FRAME);
            take(frame);
        }
        return real;
    }

    private void take(short[] frame) {
        real = false;
        int done = 0;
        while (done < FRAME) {
            int count = waiting.isEmpty() ? 0 : waiting.run(position, FRAME - done);
            if (count > 0) {
                waiting.take(position, frame, done, count);
                concealment.heard(frame, done, count);
                real = true;
            } else {
                count = waiting.isEmpty() ? FRAME - done : Math.min(FRAME - done, waiting.hole(position));
                concealment.fill(frame, done, count);
                if (!waiting.isEmpty() && position >= beginning) {
                    frameConcealed.run();
                }
            }
            position += count;
            timestamp += count;
            done += count;
        }
        weigh(frame);
    }

    private void weigh(short[] frame) {
        int sum = 0;
        int differences = 0;
        for (int i = 0; i < FRAME; i++) {
            sum += Math.abs(frame[i]);
            differences |= frame[i] ^ frame[0];
        }
        quiet = real && sum < QUIET * FRAME;
        silent = differences == 0 && Math.abs(frame[0]) <= SILENT;
    }

    /** Whether the last frame is the silence of a codec, so that nothing is lost without it. */
    public boolean silent() {
        return silent;
    }

    private void forgetTimes() {
        least = UNKNOWN;
        leastBefore = UNKNOWN;
        framesInWindow = 0;
    }

    private void shiftTimes(int samples) {
        least = least == UNKNOWN ? UNKNOWN : least + samples;
        leastBefore = leastBefore == UNKNOWN ? UNKNOWN : leastBefore + samples;
    }
}
