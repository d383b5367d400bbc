package org.callwright.media.embedded.rtp;

/**
 * Follows the sequence numbers and arrival times of one sender: extends the numbers beyond 16 bits, sees duplicates,
 * and keeps the figures of an RTCP report (RFC 3550, 6.4.1 and appendix A).
 */
public final class SequenceTracker {

    private static final int WINDOW = 64;
    private static final int MAX_JUMP = 3000;

    private boolean started;
    private long base;
    private long highest;
    private long seen;
    private long received;
    private long expectedAtReport;
    private long receivedAtReport;
    private int transit;
    private double jitter;

    /** Forgets everything: another sender begins. */
    public void reset() {
        started = false;
        received = 0;
        expectedAtReport = 0;
        receivedAtReport = 0;
        jitter = 0;
        seen = 0;
    }

    /**
     * The number extended to 64 bits, near the highest so far. Nothing is remembered.
     */
    public long extend(int sequence) {
        return started ? highest + (short) (sequence - (int) highest) : sequence + 0x1_0000L;
    }

    public long highest() {
        return started ? highest : -1;
    }

    public boolean started() {
        return started;
    }

    /** Whether the packet was counted already, or is too old to tell. */
    public boolean duplicate(long extended) {
        if (!started || extended > highest) {
            return false;
        }
        long age = highest - extended;
        return age >= WINDOW || (seen >>> age & 1) != 0;
    }

    /** Whether the number is so far from the last that the sender must have begun anew. */
    public boolean restarted(long extended) {
        return started && Math.abs(extended - highest) > MAX_JUMP;
    }

    /**
     * Counts a packet.
     *
     * @return how many packets are missing between it and the highest before; negative when it fills such a gap
     */
    public int count(long extended) {
        received++;
        if (!started) {
            started = true;
            base = extended;
            highest = extended;
            seen = 1;
            return 0;
        }
        if (extended <= highest) {
            seen |= 1L << highest - extended;
            base = Math.min(base, extended);
            return -1;
        }
        long step = extended - highest;
        seen = step >= WINDOW ? 1 : seen << step | 1;
        highest = extended;
        return (int) step - 1;
    }

    /** Interarrival jitter (RFC 3550, 6.4.1); only for packets of audio. */
    public void arrival(int arrivalTimestamp, int rtpTimestamp) {
        int nowTransit = arrivalTimestamp - rtpTimestamp;
        if (received > 1) {
            jitter += (Math.min(Math.abs((long) nowTransit - transit), 80_000) - jitter) / 16;
        }
        transit = nowTransit;
    }

    public int jitter() {
        return (int) jitter;
    }

    public long cumulativeLost() {
        return started ? Math.max(-0x80_0000, Math.min(0x7F_FFFF, expected() - received)) : 0;
    }

    /** The fraction lost since the last call, in 1/256. */
    public int fractionLost() {
        long expectedNow = expected() - expectedAtReport;
        long lostNow = expectedNow - (received - receivedAtReport);
        expectedAtReport = expected();
        receivedAtReport = received;
        return expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, lostNow * 256 / expectedNow);
    }

    private long expected() {
        return started ? highest - base + 1 : 0;
    }
}
