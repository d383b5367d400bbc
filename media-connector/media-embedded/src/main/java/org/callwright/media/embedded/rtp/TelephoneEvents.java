package org.callwright.media.embedded.rtp;

/**
 * Digits from telephone-event packets (RFC 4733). An event is recognised by its time stamp: its first packet to arrive,
 * be it the start, a middle or an end one, tells the digit, all others of the same time stamp tell nothing. Packets of
 * an event older than the last one are ignored, and so is the second segment of an event too long for 16 bits. More
 * than {@link #MAX_PER_SECOND} digits in a second are no keypad and are dropped.
 */
public final class TelephoneEvents {

    /** Digits a second beyond which they are dropped. */
    public static final int MAX_PER_SECOND = 30;
    /** Length of an event's payload. */
    public static final int PAYLOAD = 4;

    private static final String DIGITS = "0123456789*#ABCD";
    private static final int LONGEST = 0xFFFF;

    private boolean any;
    private int timestamp;
    private int event;
    private int duration;
    private boolean ended;
    private long second;
    private int inSecond;

    /** Another sender begins. */
    public void reset() {
        any = false;
    }

    /**
     * Takes an event packet.
     *
     * @return the digit to tell, or 0
     */
    public char accept(RtpPacket packet, long nanoTime) {
        if (packet.payloadLength() < PAYLOAD || packet.payloadByte(0) >= DIGITS.length()) {
            return 0;
        }
        int packetEvent = packet.payloadByte(0);
        int packetDuration = packet.payloadByte(2) << 8 | packet.payloadByte(3);
        boolean end = (packet.payloadByte(1) & 0x80) != 0;
        int step = packet.timestamp() - timestamp;
        if (any && step < 0) {
            return 0;
        }
        boolean same = any && step == 0;
        boolean nextSegment = any && !ended && !packet.marker() && packetEvent == event && step == duration
                && duration == LONGEST;
        duration = same ? Math.max(duration, packetDuration) : packetDuration;
        ended = same ? ended | end : end;
        any = true;
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

    /** Whether an event is going on, so that audio beside it is the tone itself. */
    public boolean active() {
        return any && !ended;
    }

    private boolean storm(long nanoTime) {
        if (nanoTime - second > 1_000_000_000L) {
            second = nanoTime;
            inSecond = 0;
        }
        return ++inSecond > MAX_PER_SECOND;
    }
}
