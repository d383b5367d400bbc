package org.callwright.media.mgcp.driver;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
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

    /** Counts what the response to a deletion says, such as {@code P: PS=1245, PR=1210, PL=3}. */
    void deleted(MgcpResponse response) {
        for (String each : response.parameters().get(ParameterNames.CONNECTION_STATISTICS, "").split(",")) {
            String[] pair = each.strip().split("=", 2);
            if (pair.length == 2 && pair[1].matches("\\d{1,15}")) {
                count(pair[0], Long.parseLong(pair[1]));
            }
        }
    }

    private void count(String name, long value) {
        switch (name) {
            case "PS" -> sent.add(value);
            case "PR" -> received.add(value);
            case "PL" -> lost.add(value);
            default -> { }
        }
    }

    MediaStatistics statistics() {
        return new MediaStatistics(sessions.get(), players.get(), recorders.get(), connections.get(), 0, sent.sum(),
                received.sum(), lost.sum(), 0, 0, 0, 0);
    }
}
