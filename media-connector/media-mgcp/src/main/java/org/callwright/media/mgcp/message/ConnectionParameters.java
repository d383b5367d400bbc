package org.callwright.media.mgcp.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callwright.media.spi.ConnectionStatistics;

/**
 * The value of {@code P:}, what a connection has counted (RFC 3435, ConnectionParameters): packets and octets sent (PS,
 * OS) and received (PR, OR), packets lost (PL), interarrival jitter (JI) and latency (LA) in milliseconds. We measure
 * no latency.
 */
public final class ConnectionParameters {

    private static final String COUNT = "\\d{1,15}";

    private ConnectionParameters() {
    }

    public static String format(ConnectionStatistics counted) {
        return "PS=" + counted.packetsSent() + ", OS=" + counted.octetsSent() + ", PR=" + counted.packetsReceived()
                + ", OR=" + counted.octetsReceived() + ", PL=" + counted.packetsLost() + ", JI="
                + counted.jitterMillis() + ", LA=0";
    }

    /** What a response tells; what it does not name, or not as a number, is 0. Empty when it has no such line. */
    public static Optional<ConnectionStatistics> of(MgcpResponse response) {
        return response.parameters().get(ParameterNames.CONNECTION_STATISTICS).map(ConnectionParameters::parse);
    }

    private static ConnectionStatistics parse(String text) {
        Map<String, Long> counts = new HashMap<>();
        for (String each : text.split(",")) {
            String[] pair = each.strip().split("\\s*=\\s*", 2);
            if (pair.length == 2 && pair[1].matches(COUNT)) {
                counts.putIfAbsent(pair[0].toUpperCase(Locale.ROOT), Long.parseLong(pair[1]));
            }
        }
        return new ConnectionStatistics(counts.getOrDefault("PS", 0L), counts.getOrDefault("OS", 0L),
                counts.getOrDefault("PR", 0L), counts.getOrDefault("OR", 0L), counts.getOrDefault("PL", 0L),
                counts.getOrDefault("JI", 0L));
    }
}
