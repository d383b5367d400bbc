package org.callwright.media.mgcp.gateway;

import java.util.Locale;

/** Kinds of endpoints, and how many connections one of them has at most. */
enum EndpointKind {
    /** One caller: plays, records, collects keys. */
    IVR(1),
    /** Two callers that hear each other. */
    BRIDGE(2),
    /** A conference. */
    CNF(100);

    private final int maxConnections;

    EndpointKind(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    int maxConnections() {
        return maxConnections;
    }

    /** The term in the endpoint's name. */
    String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
