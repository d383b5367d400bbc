package org.callwright.media.embedded.amd;

import org.callwright.media.codecs.amd.AnsweringMachineDetector;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.spi.MachineDetection;

/**
 * Gives a leg's audio to a detector in the order of its arrival. Packets that are late themselves are left out; what is
 * missing by the time stamps becomes a gap, though never more than the clock allows; when nothing arrives for
 * {@link #ABSENT_MS}, time goes on by the clock. Belongs to one tick thread; allocates nothing after construction.
 */
public final class MachineListener implements AudioSink {

    static final int ABSENT_MS = 200;

    private static final int SAMPLES_PER_MS = 8;
    private static final int TOLERANCE = 100 * SAMPLES_PER_MS;
    private static final int FRAME = 160;

    private final AnsweringMachineDetector detector;
    private final long startNanoTime;
    private long lastArrival;
    private long position;
    private int timestamp;
    private boolean anchored;

    public MachineListener(MachineDetection request, long startNanoTime) {
        this.detector = new AnsweringMachineDetector(request);
        this.startNanoTime = startNanoTime;
        this.lastArrival = startNanoTime;
    }

    @Override
    public void audio(int packetTimestamp, short[] samples, int count, int missing, long nanoTime) {
        lastArrival = nanoTime;
        if (missing >= 0) {
            pass(packetTimestamp, count, nanoTime);
            detector.accept(samples, 0, count);
            position += count;
            timestamp = packetTimestamp + count;
            anchored = true;
        }
    }

    @Override
    public void silence(int packetTimestamp, int count, int missing, long nanoTime) {
        lastArrival = nanoTime;
        if (missing >= 0) {
            pass(packetTimestamp + count, 0, nanoTime);
        }
    }

    @Override
    public void senderChanged() {
        anchored = false;
    }

    /** Time went on up to this time stamp; {@code ahead} samples come behind it. */
    private void pass(int until, int ahead, long nanoTime) {
        int passed = anchored ? until - timestamp : 0;
        if (passed > 0) {
            gap(Math.min(passed, lag(nanoTime) - ahead + TOLERANCE));
            timestamp = until;
        }
    }

    /** Goes on by the clock when nothing comes. */
    public void tick(long nanoTime) {
        if (nanoTime - lastArrival > ABSENT_MS * 1_000_000L) {
            int before = (int) position;
            gap(lag(nanoTime));
            timestamp += (int) position - before;
        }
    }

    private void gap(long samples) {
        long whole = Math.max(0, samples) / FRAME * FRAME;
        detector.gap((int) Math.min(whole, Integer.MAX_VALUE / FRAME * FRAME));
        position += whole;
    }

    /** How far the audio is behind the clock. */
    private long lag(long nanoTime) {
        return (nanoTime - startNanoTime) / (1_000_000 / SAMPLES_PER_MS) - position;
    }

    /** What it listens with. */
    public AnsweringMachineDetector detector() {
        return detector;
    }
}
