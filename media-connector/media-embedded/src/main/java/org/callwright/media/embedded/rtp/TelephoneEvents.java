package org.callwright.media.embedded.rtp;

/**
 * Digits from telephone-event packets (RFC 4733). An event is recognised by its time stamp: its first packet to arrive,
 * be it the start, a middle or an end one, tells the digit, all others of the same time stamp tell nothing. Packets of
 * an event older than the last one are ignored, and so is the second segment of an event too long for 16 bits; but a
 * sender whose time stamps ran back goes on telling digits. More than {@link #MAX_PER_SECOND} digits in a second are no
 * keypad and are dropped.
 */
public final class TelephoneEvents {

    /** Digits a second beyond which they are dropped. */
    public static final int MAX_PER_SECOND = 30;
    /** Length of an event's payload. */
    public static final int PAYLOAD = 4;

    /** The keys by their event. */
    static final String DIGITS = "0123456789*#ABCD";

    private static final int LONGEST = 0xFFFF;
    /** Samples that no packet of an older event is late without its number telling so. */
    private static final int RUN_BACK = 8000;
    /** Samples behind what was told of an event that may be its own still. */
    private static final int UNTOLD = 480;
    /** Without an update for so long an event is over: updates come every 50 ms (RFC 4733, 2.5.1.2). */
    private static final long LONGEST_UNTOLD = 150_000_000;

    private boolean any;
    private int timestamp;
    private int event;
    private int duration;
    private boolean ended;
    private long told;
    private long second;
    private int inSecond;

    /** Another sender begins. */
    public void reset() {
        any = false;
    }

    /**
     * Takes an event packet.
     *
     * @param late whether its number is below that of a packet that was taken already
     * @return the digit to tell, or 0
     */
    public char accept(RtpPacket packet, boolean late, long nanoTime) {
        if (packet.payloadLength() < PAYLOAD || packet.payloadByte(0) >= DIGITS.length()) {
            return 0;
        }
        int packetEvent = packet.payloadByte(0);
        int packetDuration = packet.payloadByte(2) << 8 | packet.payloadByte(3);
        boolean end = (packet.payloadByte(1) & 0x80) != 0;
        int step = packet.timestamp() - timestamp;
        if (any && step < 0 && (late || step > -RUN_BACK)) {
            return 0;
        }
        boolean same = any && step == 0;
        boolean nextSegment = any && !ended && !packet.marker() && packetEvent == event && step == duration
                && duration == LONGEST;
        duration = same ? Math.max(duration, packetDuration) : packetDuration;
        ended = same ? ended | end : end;
        any = true;
        told = nanoTime;
        timestamp = packet.timestamp();
        event = packetEvent;
        return same || nextSegment || storm(nanoTime) ? 0 : DIGITS.charAt(packetEvent);
    }

    /** Time stamp at which the last event began. */
    public int timestamp() {
        return timestamp;
    }

    /** Samples of the last event told so far. */
    public int duration() {
        return duration;
    }

    /** Whether audio of that time stamp lies in an event that goes on, so that it is the tone itself. */
    public boolean covers(int audioTimestamp, long nanoTime) {
        int into = audioTimestamp - timestamp;
        return any && !ended && into >= 0 && into < duration + UNTOLD && nanoTime - told < LONGEST_UNTOLD;
    }

    private boolean storm(long nanoTime) {
        if (inSecond == 0 || nanoTime - second > 1_000_000_000L) {
            second = nanoTime;
            inSecond = 0;
        }
        return ++inSecond > MAX_PER_SECOND;
    }
}
