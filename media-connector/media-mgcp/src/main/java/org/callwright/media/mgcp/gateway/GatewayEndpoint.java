package org.callwright.media.mgcp.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;

/** An endpoint that was asked for, with a media session of its own. It goes with its last connection. */
abstract class GatewayEndpoint {

    private final EndpointName name;
    private final EndpointKind kind;
    private final MediaSession session;
    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final List<Runnable> farewells = new ArrayList<>();

    GatewayEndpoint(EndpointName name, EndpointKind kind, MediaSession session) {
        this.name = name;
        this.kind = kind;
        this.session = session;
    }

    EndpointName name() {
        return name;
    }

    EndpointKind kind() {
        return kind;
    }

    Collection<Leg> legs() {
        return List.copyOf(legs.values());
    }

    Optional<Leg> leg(String id) {
        return Optional.ofNullable(legs.get(id.toUpperCase(Locale.ROOT)));
    }

    /** A new connection to an RTP peer, joined as its mode says. */
    Leg open(String id, String callId, ConnectionMode mode) throws Refusal, MediaException {
        checkRoom();
        Leg leg = new Leg(id, callId, session.createNetworkConnection(this::inactive), false, mode);
        join(leg, mode);
        legs.put(id, leg);
        return leg;
    }

    /** Adds a connection that another endpoint owns. */
    Leg adopt(String id, String callId, ConnectionMode mode, NetworkConnection connection)
            throws Refusal, MediaException {
        checkRoom();
        Leg leg = new Leg(id, callId, connection, true, mode);
        join(leg, mode);
        legs.put(id, leg);
        return leg;
    }

    private void checkRoom() throws Refusal {
        if (legs.size() >= kind.maxConnections()) {
            throw new Refusal(ReturnCode.CONNECTION_LIMIT, "the endpoint has no room for a further connection");
        }
    }

    void change(Leg leg, ConnectionMode mode) throws MediaException {
        join(leg, mode);
        leg.mode(mode);
    }

    /** Takes a connection away and frees its ports, unless they are another endpoint's. */
    void remove(Leg leg) {
        if (legs.remove(leg.id()) != null) {
            part(leg);
            if (!leg.local()) {
                leg.connection().release();
            }
        }
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }

    /** Does this when the endpoint goes. */
    void onRelease(Runnable farewell) {
        farewells.add(farewell);
    }

    MediaSession session() {
        return session;
    }

    /** Joins or, when inactive, parts; again with every change. */
    abstract void join(Leg leg, ConnectionMode mode) throws MediaException;

    abstract void part(Leg leg);

    /** Nothing has come from an RTP peer for long; on a thread of the driver. */
    abstract void inactive(Duration silence);

    /** Applies signals and tells events from now on as asked; when it is refused, nothing has changed. */
    abstract void request(Request request) throws Refusal;

    /** Ends signals and tells it; completes when all have ended. */
    abstract CompletableFuture<Void> endSignals();

    /** Gives everything back. */
    void release() {
        farewells.forEach(Runnable::run);
        farewells.clear();
        legs.clear();
        session.release();
    }
}
