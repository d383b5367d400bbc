package org.callwright.media.mgcp.driver;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.callwright.media.mgcp.agent.CallAgent;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.mgcp.agent.RemoteServer;
import org.callwright.media.mgcp.agent.Tenant;
import org.callwright.media.mgcp.message.ConnectionParameters;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.RequestedEvent;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.ConnectionStatistics;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/**
 * An endpoint {@code ivr} with one connection towards a peer, from the creation of that connection to its deletion.
 * Commands go out one at a time, so that they can't overtake each other. Life: nothing, created (on the first server
 * that takes it, under a call id of its own for each try), then lost or deleted. It is lost when its server is, when
 * the server does not know it any more, and when a command got no answer, because then nobody knows what the endpoint
 * does. Stages fail with a {@link MediaException}.
 */
final class RemoteEndpoint implements Tenant {

    private static final String IVR = "/ivr/";

    private final CallAgent agent;
    private final Site site;
    private String callId = "";
    private final String requestId;
    private final Turns turns = new Turns();
    private final Consumer<String> onLost;
    private volatile RemoteServer server;
    private EndpointName name;
    private String connectionId = "";
    private String lost = "";
    private boolean deleted;

    RemoteEndpoint(CallAgent agent, Site site, Consumer<MgcpCommand> onNotify, Consumer<String> onLost) {
        this.agent = agent;
        this.site = site;
        this.onLost = onLost;
        this.requestId = registered(agent, onNotify);
    }

    private static String registered(CallAgent agent, Consumer<MgcpCommand> onNotify) {
        String id = Identifiers.next(agent.settings().dialect());
        while (!agent.register(id, onNotify)) {
            id = Identifiers.next(agent.settings().dialect());
        }
        return id;
    }

    boolean isUp() {
        return name != null && lost.isEmpty() && !deleted;
    }

    /** The name that the server gave it; null before it is created. */
    EndpointName name() {
        return name;
    }

    /** Where it is; null before it is created. By any thread. */
    RemoteServer server() {
        return server;
    }

    /** Why it is lost; empty while it is not. */
    String lost() {
        return lost;
    }

    /** Creates the connection on a server that takes it; without a description the server is to make an offer. */
    CompletionStage<MgcpResponse> create(Optional<String> description) {
        return turns.add(() -> site.create(() -> {
            if (deleted || !lost.isEmpty()) {
                return CompletableFuture.failedStage(gone());
            }
            CompletableFuture<MgcpResponse> made = new CompletableFuture<>();
            tryNext(description, new HashSet<>(), site.nothingTried(), made);
            return made;
        }));
    }

    private void tryNext(Optional<String> description, Set<RemoteServer> tried, ServerRefusal why,
            CompletableFuture<MgcpResponse> made) {
        Optional<RemoteServer> chosen = site.choose(agent, tried);
        if (chosen.isEmpty()) {
            made.completeExceptionally(site.refusal(why));
            return;
        }
        RemoteServer candidate = chosen.get();
        tried.add(candidate);
        callId = Identifiers.next(agent.settings().dialect());
        candidate.add(this);
        MgcpCommand leftovers = leftovers(candidate);
        agent.send(candidate, creation(candidate, description)).whenComplete((response, failure) -> {
            boolean agreed = failure == null && response.success();
            if (agreed && created(candidate, response)) {
                made.complete(response);
                return;
            }
            candidate.remove(this);
            if (agreed || failure != null) {
                candidate.removeLater(leftovers);
            }
            if (agreed) {
                tryNext(description, tried, Failures.unnamed(candidate), made);
            } else if (failure != null) {
                tryNext(description, tried, Failures.silent(candidate), made);
            } else if (Failures.isOfDescription(response)) {
                made.completeExceptionally(refusal(response, candidate, description));
            } else {
                tryNext(description, tried, refusal(response, candidate, description), made);
            }
        });
    }

    private ServerRefusal refusal(MgcpResponse response, RemoteServer by, Optional<String> description) {
        return Failures.of(response, by, agent.settings().dialect(), description.isPresent());
    }

    private MgcpCommand creation(RemoteServer candidate, Optional<String> description) {
        MgcpCommand command = MgcpCommand.of(Verb.CRCX,
                new EndpointName(agent.settings().prefix() + IVR + '$', candidate.name()),
                Parameters.of(ParameterNames.CALL_ID, callId, ParameterNames.NOTIFIED_ENTITY, agent.notifiedEntity(),
                        ParameterNames.MODE, "sendrecv"));
        return description.map(command::withDescription).orElse(command);
    }

    /** Whether the server told what it made; a name of our own guess could be that of another call. */
    private boolean created(RemoteServer by, MgcpResponse response) {
        Optional<EndpointName> made = EndpointName.made(response);
        String connection = response.parameters().get(ParameterNames.CONNECTION_ID, "");
        if (made.isEmpty() || connection.isEmpty()) {
            return false;
        }
        server = by;
        server.add(this);
        site.settle(by);
        connectionId = connection;
        name = made.get();
        return true;
    }

    /** What a creation may have left that has no answer, or none that can be used. */
    private MgcpCommand leftovers(RemoteServer at) {
        return MgcpCommand.of(Verb.DLCX, new EndpointName(agent.settings().prefix() + IVR + '*', at.name()),
                Parameters.of(ParameterNames.CALL_ID, callId));
    }

    /** Renews the session; without a description the server is to make an offer. */
    CompletionStage<MgcpResponse> modify(Optional<String> description) {
        return command(Verb.MDCX, connection(), description);
    }

    /** Has the endpoint apply these signals and no others, and tell of all events. */
    CompletionStage<MgcpResponse> request(List<Signal> signals) {
        return turns.add(() -> send(Verb.RQNT, request(Signal.format(signals)), Optional.empty()));
    }

    private Parameters request(String signals) {
        Parameters parameters = Parameters.of(ParameterNames.NOTIFIED_ENTITY, agent.notifiedEntity(),
                ParameterNames.REQUEST_ID, requestId, ParameterNames.REQUESTED_EVENTS, RequestedEvent.format(events()));
        return signals.isEmpty() ? parameters : parameters.with(ParameterNames.SIGNALS, signals);
    }

    private List<RequestedEvent> events() {
        RequestedEvent complete = RequestedEvent.notify("AU", "oc");
        RequestedEvent failed = RequestedEvent.notify("AU", "of");
        return agent.settings().dialect() == Dialect.RESTCOMM ? List.of(complete, failed)
                : List.of(complete, failed, RequestedEvent.notify("CW", "oc"), RequestedEvent.notify("CW", "of"),
                        RequestedEvent.notify("CW", "in"), RequestedEvent.notify("D", "[0-9*#A-D]"));
    }

    /**
     * What the connection has counted, if the server is one that answers audits and does so. An audit changes nothing,
     * so it needs no turn, and one without an answer costs nothing. The stage never fails.
     */
    CompletionStage<Optional<ConnectionStatistics>> count() {
        if (!isUp() || agent.settings().dialect() == Dialect.RESTCOMM) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return agent.send(server, MgcpCommand.of(Verb.AUCX, name, connection().with(ParameterNames.REQUESTED_INFO,
                ParameterNames.CONNECTION_STATISTICS))).handle((response, failure) ->
                failure == null && response.success() ? ConnectionParameters.of(response) : Optional.empty());
    }

    private CompletionStage<MgcpResponse> command(Verb verb, Parameters parameters, Optional<String> description) {
        return turns.add(() -> send(verb, parameters, description));
    }

    private CompletionStage<MgcpResponse> send(Verb verb, Parameters parameters, Optional<String> description) {
        if (!isUp()) {
            return CompletableFuture.failedStage(gone());
        }
        MgcpCommand command = MgcpCommand.of(verb, name, parameters);
        CompletableFuture<MgcpResponse> result = new CompletableFuture<>();
        agent.send(server, description.map(command::withDescription).orElse(command))
                .whenComplete((response, failure) -> answered(response, failure, description, result));
        return result;
    }

    private void answered(MgcpResponse response, Throwable failure, Optional<String> description,
            CompletableFuture<MgcpResponse> result) {
        if (failure == null && response.success()) {
            result.complete(response);
        } else if (failure != null) {
            result.completeExceptionally(Failures.silent(server));
            server.lose(this, "does not answer");
        } else {
            result.completeExceptionally(refusal(response, server, description));
            if (CallAgent.isUnknown(response.code())) {
                server.lose(this, "does not know the endpoint any more");
            }
        }
    }

    /** Deletes the connection and with it the endpoint; the stage never fails. */
    CompletionStage<Optional<MgcpResponse>> delete() {
        return turns.add(() -> {
            if (!isUp()) {
                deleted = true;
                return CompletableFuture.completedStage(Optional.empty());
            }
            MgcpCommand deletion = deletion();
            deleted = true;
            CompletableFuture<Optional<MgcpResponse>> done = new CompletableFuture<>();
            agent.send(server, deletion).whenComplete((response, failure) -> {
                server.remove(this);
                if (failure != null) {
                    server.removeLater(deletion);
                }
                done.complete(Optional.ofNullable(response));
            });
            return done;
        });
    }

    /** After this nothing that it tells is heard. */
    void forget() {
        agent.unregister(requestId);
    }

    private Parameters connection() {
        return Parameters.of(ParameterNames.CALL_ID, callId, ParameterNames.CONNECTION_ID, connectionId);
    }

    private MgcpCommand deletion() {
        return MgcpCommand.of(Verb.DLCX, name, connection());
    }

    private MediaException gone() {
        return deleted ? Failures.released()
                : new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, lost.isEmpty() ? "no connection" : lost);
    }

    @Override
    public Optional<MgcpCommand> audit() {
        return isUp() ? Optional.of(MgcpCommand.of(Verb.AUCX, name, connection())) : Optional.empty();
    }

    @Override
    public Optional<MgcpCommand> removal() {
        return isUp() ? Optional.of(deletion()) : Optional.empty();
    }

    @Override
    public void lost(String why) {
        if (isUp()) {
            lost = why;
            onLost.accept(why);
        }
    }
}
