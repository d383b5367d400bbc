package org.callwright.media.mgcp.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.message.ConnectionParameters;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.mgcp.transaction.Reply;

/**
 * Deletes connections, and endpoints with their last one. Signals are ended first, tell it, and have their files
 * finished; only then the command is answered. Belongs to the loop.
 */
final class Releases {

    private static final Duration SIGNALS_LIMIT = Duration.ofSeconds(5);

    private final Endpoints endpoints;
    private final Loop loop;

    Releases(Endpoints endpoints, Loop loop) {
        this.endpoints = endpoints;
        this.loop = loop;
    }

    /** Deletes one connection and answers with what it counted. */
    void one(GatewayEndpoint endpoint, Leg leg, Reply reply) {
        CompletableFuture<Void> deletion = delete(endpoint, leg);
        MgcpResponse deleted = MgcpResponse.of(ReturnCode.DELETED);
        if (leg.local()) {
            deletion.thenRun(() -> reply.respond(deleted));
            return;
        }
        deletion.thenCompose(done -> leg.connection().statistics()).thenAccept(counted -> loop.execute(
                () -> reply.respond(deleted.with(ParameterNames.CONNECTION_STATISTICS,
                        ConnectionParameters.format(counted)))));
    }

    /** Deletes all connections of these endpoints, or only those of one call, and answers. */
    void all(List<GatewayEndpoint> these, Optional<String> callId, Reply reply) {
        List<CompletableFuture<Void>> deletions = new ArrayList<>();
        for (GatewayEndpoint endpoint : these) {
            for (Leg leg : endpoint.legs()) {
                if (callId.isEmpty() || callId.get().equalsIgnoreCase(leg.callId())) {
                    deletions.add(delete(endpoint, leg));
                }
            }
        }
        CompletableFuture.allOf(deletions.toArray(CompletableFuture[]::new))
                .thenRun(() -> reply.respond(MgcpResponse.of(ReturnCode.DELETED)));
    }

    /** Takes an endpoint away that neither a peer nor a call agent wants any more, if it is still there. */
    void abandoned(EndpointName name) {
        try {
            all(List.of(endpoints.existing(name)), Optional.empty(),
                    response -> GatewayLog.abandoned(name.toString()));
        } catch (Refusal e) {
            // it was deleted meanwhile
        }
    }

    private CompletableFuture<Void> delete(GatewayEndpoint endpoint, Leg leg) {
        if (endpoint.legs().size() > 1) {
            endpoint.remove(leg);
            return CompletableFuture.completedFuture(null);
        }
        endpoints.forget(endpoint);
        CompletableFuture<Void> over = endpoint.endSignals();
        Loop.Cancellable limit = loop.schedule(SIGNALS_LIMIT, () -> over.complete(null));
        return over.thenRun(() -> {
            limit.cancel();
            endpoint.release();
        });
    }

    /** Lets an endpoint go that has no connection. */
    void ifEmpty(GatewayEndpoint endpoint) {
        if (endpoint.isEmpty()) {
            endpoints.forget(endpoint);
            endpoint.endSignals();
            endpoint.release();
        }
    }

    /** When the caller goes, so does its connection in the mix. */
    void withCaller(String callerName, GatewayEndpoint mix, Leg leg) throws Refusal {
        GatewayEndpoint caller = endpoints.existing(EndpointName.parse(callerName).orElseThrow());
        caller.onRelease(() -> {
            mix.remove(leg);
            ifEmpty(mix);
        });
    }
}
