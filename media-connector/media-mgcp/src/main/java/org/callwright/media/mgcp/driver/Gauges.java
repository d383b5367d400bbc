package org.callwright.media.mgcp.driver;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.callwright.media.spi.ConnectionStatistics;
import org.callwright.media.spi.MediaStatistics;

/** How many of each are going on now, and what media servers told of connections that ended. */
final class Gauges {

    final AtomicInteger sessions = new AtomicInteger();
    final AtomicInteger players = new AtomicInteger();
    final AtomicInteger recorders = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /** A connection has ended, with these counts. */
    void ended(ConnectionStatistics counted) {
        sent.add(counted.packetsSent());
        received.add(counted.packetsReceived());
        lost.add(counted.packetsLost());
    }

    MediaStatistics statistics() {
        return new MediaStatistics(sessions.get(), players.get(), recorders.get(), connections.get(), 0, sent.sum(),
                received.sum(), lost.sum(), 0, 0, 0, 0);
    }
}
