package org.callwright.load.rtp;

/** Tells packets of one stream of audio from whatever else comes to its port, and when they come (RFC 3550). */
public final class StreamArrivals {

    /** Bytes before the audio; what is measured sends neither extensions nor contributing sources. */
    public static final int HEADER = 12;

    private final int payloadType;
    private boolean heard;
    private int lastSequence;
    private long lastArrival;

    public StreamArrivals(int payloadType) {
        this.payloadType = payloadType;
    }

    /** Whether this is audio of the stream; counted when it is and arrivals are being counted. */
    public boolean took(byte[] packet, int length, long now, Arrivals arrivals, Punctuality punctuality) {
        if (length <= HEADER || (packet[0] & 0xC0) != 0x80 || (packet[1] & 0x7F) != payloadType) {
            return false;
        }
        int sequence = (packet[2] & 0xFF) << 8 | packet[3] & 0xFF;
        if (heard && arrivals.isOpen()) {
            arrivals.add(now - lastArrival, (short) (sequence - lastSequence),
                    punctuality.stoodStillSince(lastArrival));
        }
        heard = true;
        lastSequence = sequence;
        lastArrival = now;
        return true;
    }
}
