package org.callwright.media.mgcp.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;

/**
 * The endpoints that exist. They are made when {@code $} is asked for and get numbers that never come back, so that a
 * late command never meets another caller. The domain of names in commands is not looked at: a gateway behind a NAT has
 * several. Belongs to the loop.
 */
final class Endpoints {

    private final MediaServer server;
    private final String prefix;
    private final String domain;
    private final int max;
    private final Maker maker;
    private final Map<String, GatewayEndpoint> endpoints = new LinkedHashMap<>();
    private long lastNumber;
    private boolean draining;

    /** Makes an endpoint. */
    interface Maker {

        GatewayEndpoint make(EndpointName name, EndpointKind kind, MediaSession session) throws MediaException;
    }

    Endpoints(MediaServer server, String prefix, String domain, int max, Maker maker) {
        this.server = server;
        this.prefix = prefix.toLowerCase(Locale.ROOT);
        this.domain = domain;
        this.max = max;
        this.maker = maker;
    }

    /** The endpoint of that name. */
    GatewayEndpoint existing(EndpointName name) throws Refusal {
        GatewayEndpoint found = endpoints.get(key(name));
        if (found == null) {
            throw new Refusal(ReturnCode.UNKNOWN_ENDPOINT, "unknown endpoint");
        }
        return found;
    }

    /** The endpoint of that name, or a new one for {@code $}. */
    GatewayEndpoint existingOrNew(EndpointName name, String callId) throws Refusal {
        for (EndpointKind kind : EndpointKind.values()) {
            if (key(name).equals(prefix + '/' + kind.term() + "/$")) {
                return make(kind, callId);
            }
        }
        return existing(name);
    }

    private GatewayEndpoint make(EndpointKind kind, String callId) throws Refusal {
        if (draining) {
            throw new Refusal(ReturnCode.NOT_READY, "the gateway is being taken out of service");
        }
        if (endpoints.size() >= max) {
            throw new Refusal(ReturnCode.NO_RESOURCES, "there are " + max + " endpoints already");
        }
        EndpointName name = new EndpointName(prefix + '/' + kind.term() + '/' + ++lastNumber, domain);
        try {
            MediaSession session = server.createMediaSession(callId);
            try {
                GatewayEndpoint made = maker.make(name, kind, session);
                endpoints.put(key(name), made);
                return made;
            } catch (MediaException | RuntimeException e) {
                session.release();
                throw e;
            }
        } catch (MediaException e) {
            throw Refusal.of(e);
        }
    }

    /** Those that a name with {@code *} as its last term stands for; empty when it does not end so. */
    Optional<List<GatewayEndpoint>> all(EndpointName name) {
        String key = key(name);
        if (!key.endsWith("*")) {
            return Optional.empty();
        }
        String beginning = key.substring(0, key.length() - 1);
        return Optional.of(endpoints.entrySet().stream().filter(entry -> entry.getKey().startsWith(beginning))
                .map(Map.Entry::getValue).toList());
    }

    /** The endpoint is not found any more. */
    void forget(GatewayEndpoint endpoint) {
        endpoints.remove(key(endpoint.name()), endpoint);
    }

    int size() {
        return endpoints.size();
    }

    /** From now on none is made. */
    void drain() {
        draining = true;
    }

    private static String key(EndpointName name) {
        return name.local().toLowerCase(Locale.ROOT);
    }
}
