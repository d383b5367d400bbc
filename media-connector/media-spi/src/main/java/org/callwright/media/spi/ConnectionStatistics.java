package org.callwright.media.spi;

/**
 * What one network connection counted since it began.
 *
 * @param packetsSent RTP packets
 * @param octetsSent payload bytes
 * @param packetsReceived RTP packets that were taken
 * @param octetsReceived payload bytes of these
 * @param packetsLost packets that the peer's present sender must have sent and that did not come
 * @param jitterMillis interarrival jitter (RFC 3550, 6.4.1)
 */
public record ConnectionStatistics(
        long packetsSent,
        long octetsSent,
        long packetsReceived,
        long octetsReceived,
        long packetsLost,
        long jitterMillis) {

    /** Nothing was sent or received. */
    public static final ConnectionStatistics NONE = new ConnectionStatistics(0, 0, 0, 0, 0, 0);
}
