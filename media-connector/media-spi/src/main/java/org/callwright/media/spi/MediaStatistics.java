package org.callwright.media.spi;

/**
 * Counters of a media server since its start; gauges end in "active".
 *
 * @param lateTicks 20 ms send ticks that ran more than 10 ms late
 * @param ticks all send ticks
 * @param lateness how late what they sent left
 */
public record MediaStatistics(
        int sessionsActive,
        int playersActive,
        int recordersActive,
        int portsActive,
        int portsTotal,
        long packetsSent,
        long packetsReceived,
        long packetsLost,
        long packetsDiscarded,
        long framesConcealed,
        long ticks,
        long lateTicks,
        SendLateness lateness) {

    /** Of a driver that does not know how late its packets leave. */
    public MediaStatistics(int sessionsActive, int playersActive, int recordersActive, int portsActive, int portsTotal,
            long packetsSent, long packetsReceived, long packetsLost, long packetsDiscarded, long framesConcealed,
            long ticks, long lateTicks) {
        this(sessionsActive, playersActive, recordersActive, portsActive, portsTotal, packetsSent, packetsReceived,
                packetsLost, packetsDiscarded, framesConcealed, ticks, lateTicks, SendLateness.NONE);
    }
}
