package org.callwright.media.mgcp.gateway;

import org.callwright.media.spi.NetworkConnection;

/** A connection of an endpoint: towards an RTP peer, or within the gateway to the caller of an {@code ivr} endpoint. */
final class Leg {

    private final String id;
    private final String callId;
    private final NetworkConnection connection;
    private final boolean local;
    private ConnectionMode mode;
    private boolean offering;

    /** @param local whether the connection belongs to another endpoint and is only mixed here */
    Leg(String id, String callId, NetworkConnection connection, boolean local, ConnectionMode mode) {
        this.id = id;
        this.callId = callId;
        this.connection = connection;
        this.local = local;
        this.mode = mode;
    }

    String id() {
        return id;
    }

    String callId() {
        return callId;
    }

    NetworkConnection connection() {
        return connection;
    }

    boolean local() {
        return local;
    }

    ConnectionMode mode() {
        return mode;
    }

    void mode(ConnectionMode newMode) {
        mode = newMode;
    }

    /** Whether an offer of ours waits for its answer. */
    boolean offering() {
        return offering;
    }

    void offering(boolean waits) {
        offering = waits;
    }
}
