package org.callwright.sip.container;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.sip.container.connector.ConnectorConfig;
import org.callwright.sip.container.guard.SourceLimit;

/**
 * Everything the container is configured by, in one place.
 *
 * @param connectors        the sockets to listen on, in the order they are bound
 * @param advertisedAddress host or address peers reach us at, for connectors without their own
 * @param workers           threads that run application code; messages of one call never run at the same time
 * @param maxWaiting        messages that may wait for a worker; above it new dialogs are refused with 503
 * @param retryAfter        what a refused caller is told to wait
 * @param timers            transaction timers T1, T2, T4 and D (RFC 3261, section 17)
 * @param sourceLimit       how many requests outside dialogs one source may send; above it 503
 * @param clusterId         equal on all nodes of a cluster: dialogs carry a hash of it in their To tag
 */
public record SipContainerConfig(List<ConnectorConfig> connectors, Optional<String> advertisedAddress, int workers,
        int maxWaiting, Duration retryAfter, Timers timers, SourceLimit sourceLimit, String clusterId) {

    /** Transaction timers; the defaults are those of RFC 3261. D is at least 32 seconds there and here. */
    public record Timers(Duration t1, Duration t2, Duration t4, Duration d) {
        public static final Timers RFC3261 = new Timers(Duration.ofMillis(500), Duration.ofSeconds(4),
                Duration.ofSeconds(5), Duration.ofSeconds(32));

        public Timers {
            if (t1.toMillis() < 1 || t2.compareTo(t1) < 0 || d.toSeconds() < 32) {
                throw new IllegalArgumentException("timers need 0 < T1 <= T2 and D >= 32 s: " + t1 + ", " + t2 + ", "
                        + d);
            }
        }
    }

    public SipContainerConfig {
        connectors = List.copyOf(connectors);
        if (workers < 1 || maxWaiting < workers) {
            throw new IllegalArgumentException("workers " + workers + ", maxWaiting " + maxWaiting);
        }
    }

    public static SipContainerConfig of(List<ConnectorConfig> connectors) {
        return new SipContainerConfig(connectors, Optional.empty(), 8, 10_000, Duration.ofSeconds(5),
                Timers.RFC3261, SourceLimit.NONE, "callwright");
    }

    public SipContainerConfig withConnectors(List<ConnectorConfig> sockets) {
        return new SipContainerConfig(sockets, advertisedAddress, workers, maxWaiting, retryAfter, timers, sourceLimit,
                clusterId);
    }

    public SipContainerConfig withAdvertisedAddress(String address) {
        return new SipContainerConfig(connectors, Optional.of(address), workers, maxWaiting, retryAfter, timers,
                sourceLimit, clusterId);
    }

    public SipContainerConfig withWorkers(int threads, int waiting) {
        return new SipContainerConfig(connectors, advertisedAddress, threads, waiting, retryAfter, timers, sourceLimit,
                clusterId);
    }

    public SipContainerConfig withRetryAfter(Duration wait) {
        return new SipContainerConfig(connectors, advertisedAddress, workers, maxWaiting, wait, timers, sourceLimit,
                clusterId);
    }

    public SipContainerConfig withTimers(Timers values) {
        return new SipContainerConfig(connectors, advertisedAddress, workers, maxWaiting, retryAfter, values,
                sourceLimit, clusterId);
    }

    public SipContainerConfig withSourceLimit(SourceLimit limit) {
        return new SipContainerConfig(connectors, advertisedAddress, workers, maxWaiting, retryAfter, timers, limit,
                clusterId);
    }

    public SipContainerConfig withClusterId(String id) {
        return new SipContainerConfig(connectors, advertisedAddress, workers, maxWaiting, retryAfter, timers, sourceLimit, id);
    }
}
