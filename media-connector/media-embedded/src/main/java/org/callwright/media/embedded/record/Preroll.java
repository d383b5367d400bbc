package org.callwright.media.embedded.record;

import org.callwright.media.embedded.rtp.AudioSink;

/**
 * The first audio of a leg, kept for a recording that begins with the call: between our answer and the moment in which
 * the recording is asked for the peer speaks already. Holds {@link #LONGEST_MS} from the first packet on; who has not
 * asked by then, or has played something before, records from then on only. Belongs to one tick thread.
 */
public final class Preroll implements AudioSink {

    /** How long after the first packet a recording still begins with it. */
    public static final int LONGEST_MS = 500;

    private static final int PACKETS = 50;
    private static final int SAMPLES = LONGEST_MS * 8;

    private short[] samples;
    private int[] timestamps;
    private int[] counts;
    private int[] missed;
    private long[] times;
    private int packets;
    private int size;
    private boolean over;

    @Override
    public void audio(int timestamp, short[] source, int count, int missing, long nanoTime) {
        if (over) {
            return;
        }
        if (samples == null) {
            samples = new short[SAMPLES];
            timestamps = new int[PACKETS];
            counts = new int[PACKETS];
            missed = new int[PACKETS];
            times = new long[PACKETS];
        }
        if (packets == PACKETS || size + count > SAMPLES
                || packets > 0 && nanoTime - times[0] > LONGEST_MS * 1_000_000L) {
            discard();
            return;
        }
        System.arraycopy(source, 0, samples, size, count);
        timestamps[packets] = timestamp;
        counts[packets] = count;
        missed[packets] = missing;
        times[packets] = nanoTime;
        size += count;
        packets++;
    }

    @Override
    public void silence(int timestamp, int count, int missing, long nanoTime) {
        discard();
    }

    @Override
    public void senderChanged() {
        packets = 0;
        size = 0;
    }

    /** Nothing is kept any more. */
    public void discard() {
        over = true;
        samples = null;
        packets = 0;
    }

    /** Whether something is kept that is not too old. */
    public boolean isPresent(long nanoTime) {
        return packets > 0 && nanoTime - times[0] <= LONGEST_MS * 1_000_000L;
    }

    /** When the first packet came; there must be one. */
    public long since() {
        return times[0];
    }

    /** Gives everything to a recording, as it came. */
    public void replay(AudioSink sink) {
        short[] packet = new short[SAMPLES];
        int at = 0;
        for (int i = 0; i < packets; i++) {
            System.arraycopy(samples, at, packet, 0, counts[i]);
            sink.audio(timestamps[i], packet, counts[i], missed[i], times[i]);
            at += counts[i];
        }
    }
}
