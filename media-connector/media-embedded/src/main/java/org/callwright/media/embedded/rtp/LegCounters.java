package org.callwright.media.embedded.rtp;

import java.util.concurrent.atomic.LongAdder;

/** What all legs of a server count together. */
public final class LegCounters {

    public final LongAdder packetsSent = new LongAdder();
    public final LongAdder packetsReceived = new LongAdder();
    public final LongAdder packetsLost = new LongAdder();
    public final LongAdder packetsDiscarded = new LongAdder();
    public final LongAdder framesConcealed = new LongAdder();
}
