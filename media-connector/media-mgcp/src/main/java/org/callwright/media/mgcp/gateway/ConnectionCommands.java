package org.callwright.media.mgcp.gateway;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.mgcp.transaction.Reply;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.SdpPortManager;

/**
 * CRCX and MDCX. MGCP knows no offers and answers: a session description that follows an offer of ours is its answer,
 * any other one is an offer. Belongs to the loop.
 */
final class ConnectionCommands {

    private final Endpoints endpoints;
    private final Loop loop;
    private final Releases releases;
    private long lastConnection;

    ConnectionCommands(Endpoints endpoints, Loop loop, Releases releases) {
        this.endpoints = endpoints;
        this.loop = loop;
        this.releases = releases;
    }

    void create(MgcpCommand command, InetSocketAddress from, Reply reply) throws Refusal {
        String callId = callId(command).orElseThrow(() -> new Refusal(ReturnCode.UNKNOWN_CALL, "C is missing"));
        ConnectionMode mode = mode(command).orElseThrow(
                () -> new Refusal(ReturnCode.UNSUPPORTED_MODE, "M is missing"));
        Optional<Request> request = Request.within(command, from);
        Optional<String> second = command.parameters().get(ParameterNames.SECOND_ENDPOINT);
        if (second.isPresent() && command.description().isPresent()) {
            throw new Refusal(ReturnCode.PROTOCOL_ERROR, "a local connection has no session description");
        }
        Optional<Leg> caller = second.isPresent() ? Optional.of(caller(second.get())) : Optional.empty();
        GatewayEndpoint endpoint = endpoints.existingOrNew(command.endpoint(), callId);
        String id = Long.toHexString(++lastConnection).toUpperCase(Locale.ROOT);
        try {
            if (request.isPresent()) {
                endpoint.request(request.get());
            }
            if (caller.isPresent()) {
                Leg leg = endpoint.adopt(id, callId, mode, caller.get().connection());
                releases.withCaller(second.get(), endpoint, leg);
                reply.respond(created(command, endpoint, leg)
                        .with(ParameterNames.SECOND_CONNECTION_ID, caller.get().id()));
            } else {
                open(command, endpoint, endpoint.open(id, callId, mode), reply);
            }
        } catch (MediaException e) {
            releases.ifEmpty(endpoint);
            throw Refusal.of(e);
        } catch (Refusal e) {
            releases.ifEmpty(endpoint);
            throw e;
        }
    }

    private Leg caller(String endpointName) throws Refusal {
        EndpointName name = EndpointName.parse(endpointName).orElseThrow(
                () -> new Refusal(ReturnCode.PROTOCOL_ERROR, "Z2 is malformed"));
        if (endpoints.existing(name) instanceof IvrEndpoint ivr && ivr.caller().isPresent()) {
            return ivr.caller().get();
        }
        throw new Refusal(ReturnCode.UNKNOWN_ENDPOINT, "the second endpoint is no caller");
    }

    private void open(MgcpCommand command, GatewayEndpoint endpoint, Leg leg, Reply reply) {
        SdpPortManager sdp = leg.connection().sdpPortManager();
        CompletionStage<String> description = command.description().map(sdp::processSdpOffer)
                .orElseGet(sdp::generateSdpOffer);
        leg.offering(command.description().isEmpty());
        description.whenComplete((ours, failure) -> loop.execute(() -> {
            if (failure == null) {
                reply.respond(created(command, endpoint, leg).withDescription(ours));
            } else {
                endpoint.remove(leg);
                releases.ifEmpty(endpoint);
                reply.respond(Refusal.of(failure).response());
            }
        }));
    }

    private static MgcpResponse created(MgcpCommand command, GatewayEndpoint endpoint, Leg leg) {
        MgcpResponse response = MgcpResponse.of(ReturnCode.OK).with(ParameterNames.CONNECTION_ID, leg.id());
        return command.endpoint().wildcard()
                ? response.with(ParameterNames.SPECIFIC_ENDPOINT, endpoint.name().toString()) : response;
    }

    void modify(MgcpCommand command, InetSocketAddress from, Reply reply) throws Refusal {
        GatewayEndpoint endpoint = endpoints.existing(command.endpoint());
        Leg leg = leg(command, endpoint);
        Optional<ConnectionMode> mode = mode(command);
        Optional<Request> request = Request.within(command, from);
        if (leg.local() && (command.description().isPresent() || mode.isEmpty())) {
            throw new Refusal(ReturnCode.PROTOCOL_ERROR, "a local connection has nothing but its mode");
        }
        if (request.isPresent()) {
            endpoint.request(request.get());
        }
        if (command.description().isPresent()) {
            describe(command.description().get(), endpoint, leg, mode, reply);
        } else if (mode.isPresent()) {
            change(endpoint, leg, mode);
            reply.respond(MgcpResponse.of(ReturnCode.OK));
        } else {
            leg.connection().sdpPortManager().generateSdpOffer().whenComplete((offer, failure) ->
                    loop.execute(() -> {
                        leg.offering(failure == null || leg.offering());
                        reply.respond(failure == null ? MgcpResponse.of(ReturnCode.OK).withDescription(offer)
                                : Refusal.of(failure).response());
                    }));
        }
    }

    private void describe(String theirs, GatewayEndpoint endpoint, Leg leg, Optional<ConnectionMode> mode,
            Reply reply) {
        SdpPortManager sdp = leg.connection().sdpPortManager();
        CompletionStage<Optional<String>> ours = leg.offering()
                ? sdp.processSdpAnswer(theirs).thenApply(nothing -> Optional.empty())
                : sdp.processSdpOffer(theirs).thenApply(Optional::of);
        ours.whenComplete((answer, failure) -> loop.execute(() -> {
            try {
                if (failure != null) {
                    throw Refusal.of(failure);
                }
                leg.offering(false);
                change(endpoint, leg, mode);
                MgcpResponse ok = MgcpResponse.of(ReturnCode.OK);
                reply.respond(answer.map(ok::withDescription).orElse(ok));
            } catch (Refusal e) {
                reply.respond(e.response());
            }
        }));
    }

    private static void change(GatewayEndpoint endpoint, Leg leg, Optional<ConnectionMode> mode) throws Refusal {
        if (mode.isPresent() && mode.get() != leg.mode() && endpoint.leg(leg.id()).isPresent()) {
            try {
                endpoint.change(leg, mode.get());
            } catch (MediaException e) {
                throw Refusal.of(e);
            }
        }
    }

    void delete(MgcpCommand command, Reply reply) throws Refusal {
        Optional<List<GatewayEndpoint>> all = endpoints.all(command.endpoint());
        Optional<String> callId = callId(command);
        if (all.isPresent()) {
            releases.all(all.get(), callId, reply);
            return;
        }
        GatewayEndpoint endpoint = endpoints.existing(command.endpoint());
        if (command.parameters().has(ParameterNames.CONNECTION_ID)) {
            releases.one(endpoint, leg(command, endpoint), reply);
        } else {
            releases.all(List.of(endpoint), callId, reply);
        }
    }

    /** The connection that the command names, by {@code I} and, if it is there, {@code C}. */
    static Leg leg(MgcpCommand command, GatewayEndpoint endpoint) throws Refusal {
        Leg leg = command.parameters().get(ParameterNames.CONNECTION_ID).flatMap(endpoint::leg).orElseThrow(
                () -> new Refusal(ReturnCode.UNKNOWN_CONNECTION, "unknown connection"));
        Optional<String> callId = callId(command);
        if (callId.isPresent() && !callId.get().equalsIgnoreCase(leg.callId())) {
            throw new Refusal(ReturnCode.UNKNOWN_CALL, "the connection is of another call");
        }
        return leg;
    }

    private static Optional<String> callId(MgcpCommand command) {
        return command.parameters().get(ParameterNames.CALL_ID).filter(id -> !id.isEmpty());
    }

    private static Optional<ConnectionMode> mode(MgcpCommand command) throws Refusal {
        Parameters parameters = command.parameters();
        if (!parameters.has(ParameterNames.MODE)) {
            return Optional.empty();
        }
        Optional<ConnectionMode> mode = ConnectionMode.parse(parameters.get(ParameterNames.MODE, ""));
        if (mode.isEmpty()) {
            throw new Refusal(ReturnCode.UNSUPPORTED_MODE, "unsupported mode");
        }
        return mode;
    }
}
