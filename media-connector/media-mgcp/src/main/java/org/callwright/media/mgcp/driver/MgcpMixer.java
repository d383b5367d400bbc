package org.callwright.media.mgcp.driver;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.callwright.media.mgcp.agent.AgentLog;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.mgcp.agent.RemoteServer;
import org.callwright.media.mgcp.agent.Tenant;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaMixer;

/**
 * An endpoint {@code cnf}, on the server of its session, or of its first member when the session has no endpoint. Each
 * member is a connection inside that server between this endpoint and the member's, whose mode on this side is the
 * direction of the join. Members of other servers are refused. Which machines those are is logged and not told.
 */
final class MgcpMixer implements MediaMixer, Tenant {

    private final MgcpSession session;
    private final String callId;
    private final Turns turns = new Turns();
    private final Map<MgcpConnection, Sides> members = new LinkedHashMap<>();
    private final Map<MgcpConnection, CompletionStage<Void>> joins = new HashMap<>();
    private volatile RemoteServer server;
    private volatile EndpointName name;
    private volatile boolean released;
    private boolean gone;

    /** The two connection ids of a local connection: at this endpoint, and at the member's if that was told. */
    private record Sides(String here, String there) {
    }

    MgcpMixer(MgcpSession session) {
        this.session = session;
        this.callId = Identifiers.next(session.agent().settings().dialect());
    }

    @Override
    public void join(Direction direction, Joinable other) throws MediaException {
        if (!(other instanceof MgcpConnection member) || member.session().server() != session.server()) {
            throw new MediaException(MediaFailure.INTERNAL,
                    "the MGCP driver joins a mixer with a connection of the same driver only");
        }
        if (released || member.session().isReleased()) {
            throw new MediaException(MediaFailure.RELEASED, "the mixer or the member's session is released");
        }
        checkServer(member);
        String mode = switch (direction) {
            case DUPLEX -> "confrnce";
            case SEND -> "sendonly";
            case RECV -> "recvonly";
        };
        member.session().mixerClaims().put(member, this);
        session.run(() -> joins.put(member, member.joined(this)
                .thenCombine(member.up(), (left, up) -> turns.add(() -> set(member, mode)))
                .thenCompose(done -> done)));
    }

    @Override
    public CompletionStage<Void> joined(Joinable member) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        session.run(() -> joins.getOrDefault(member, CompletableFuture.completedStage(null))
                .whenComplete((done, failure) -> session.tell(() -> {
                    if (failure == null) {
                        told.complete(null);
                    } else {
                        told.completeExceptionally(Failures.cause(failure));
                    }
                })));
        return told.minimalCompletionStage();
    }

    private void checkServer(MgcpConnection member) throws MediaException {
        RemoteServer mine = name == null ? session.site().server() : server;
        RemoteServer theirs = member.endpoint().server();
        if (mine != null && theirs != null && mine != theirs) {
            AgentLog.failed(session.correlationId(), "a join",
                    "the mixer is on media server " + mine + ", the connection on " + theirs);
            throw new MediaException(MediaFailure.RESOURCE_UNAVAILABLE,
                    "the mixer and the connection are on different media servers");
        }
    }

    private CompletionStage<Void> set(MgcpConnection member, String mode) {
        if (gone || !member.isUp()) {
            return CompletableFuture.failedStage(
                    new MediaException(MediaFailure.RELEASED, "the mixer or the member is gone"));
        }
        try {
            checkServer(member);
        } catch (MediaException e) {
            return CompletableFuture.failedStage(e);
        }
        Sides known = members.get(member);
        if (known != null) {
            return send(Verb.MDCX, name, ofCall(known.here()).with(ParameterNames.MODE, mode), response -> true);
        }
        server = member.endpoint().server();
        EndpointName at = name != null ? name
                : new EndpointName(session.agent().settings().prefix() + "/cnf/$", server.name());
        return send(Verb.CRCX, at, Parameters.of(ParameterNames.CALL_ID, callId, ParameterNames.MODE, mode,
                ParameterNames.SECOND_ENDPOINT, member.endpoint().name().toString()),
                response -> created(member, response));
    }

    /** Whether the server told what it made: the endpoint, when that is new, and its connection. */
    private boolean created(MgcpConnection member, MgcpResponse response) {
        Optional<EndpointName> made = name == null ? EndpointName.made(response) : Optional.of(name);
        Optional<String> connection = response.parameters().get(ParameterNames.CONNECTION_ID);
        if (made.isEmpty() || connection.isEmpty()) {
            return false;
        }
        if (name == null) {
            server.add(this);
            name = made.get();
        }
        members.put(member, new Sides(connection.get(),
                response.parameters().get(ParameterNames.SECOND_CONNECTION_ID, "")));
        return true;
    }

    /** Whether it is in this mix now. */
    boolean has(MgcpConnection member) {
        return members.containsKey(member);
    }

    @Override
    public void unjoin(Joinable other) {
        if (other instanceof MgcpConnection member) {
            member.session().mixerClaims().remove(member, this);
            session.run(() -> part(member));
        }
    }

    /** Lets a member go; the stage never fails. */
    CompletionStage<Void> part(MgcpConnection member) {
        joins.remove(member);
        return turns.<Void>add(() -> {
            Sides known = members.remove(member);
            if (gone || known == null) {
                return CompletableFuture.completedStage(null);
            }
            EndpointName at = name;
            emptied();
            return delete(at, member, known);
        }).exceptionally(logged -> null);
    }

    /** With our gateway one side takes the other one away, with others each endpoint lives until all are deleted. */
    private CompletionStage<Void> delete(EndpointName at, MgcpConnection member, Sides sides) {
        CompletionStage<Void> deleted = send(Verb.DLCX, at, ofCall(sides.here()), response -> true);
        return eachSide() && !sides.there().isEmpty()
                ? deleted.thenCombine(send(Verb.DLCX, member.endpoint().name(), ofCall(sides.there()),
                        response -> true), (here, there) -> null)
                : deleted;
    }

    private boolean eachSide() {
        return session.agent().settings().dialect() == Dialect.RESTCOMM;
    }

    /** A conference endpoint goes with its last connection; the next member makes a new one. */
    private void emptied() {
        if (members.isEmpty() && name != null) {
            name = null;
            server.remove(this);
        }
    }

    /** The member's endpoint goes, and takes its connection here with it if it is one of ours. */
    void forget(MgcpConnection member) {
        if (eachSide() && member.isUp()) {
            part(member);
            return;
        }
        joins.remove(member);
        turns.add(() -> {
            if (members.remove(member) != null) {
                emptied();
            }
            return CompletableFuture.completedStage(null);
        });
    }

    @Override
    public void release() {
        released = true;
        session.run(this::end);
    }

    boolean isReleased() {
        return released;
    }

    /** The stage never fails. */
    CompletionStage<Void> end() {
        released = true;
        return turns.<Void>add(() -> {
            Optional<MgcpCommand> removal = removal();
            Map<MgcpConnection, Sides> left = Map.copyOf(members);
            gone = true;
            members.clear();
            if (removal.isEmpty()) {
                return CompletableFuture.completedStage(null);
            }
            server.remove(this);
            if (eachSide()) {
                return CompletableFuture.allOf(left.entrySet().stream()
                        .map(member -> delete(name, member.getKey(), member.getValue()).toCompletableFuture())
                        .toArray(CompletableFuture[]::new));
            }
            return send(Verb.DLCX, name, removal.get().parameters(), response -> true);
        }).exceptionally(logged -> null);
    }

    private Parameters ofCall(String connectionId) {
        return Parameters.of(ParameterNames.CALL_ID, callId, ParameterNames.CONNECTION_ID, connectionId);
    }

    /** Who waits for the outcome is told that it failed, the log which machine and why. */
    private CompletionStage<Void> send(Verb verb, EndpointName at, Parameters parameters,
            Predicate<MgcpResponse> understood) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        session.agent().send(server, MgcpCommand.of(verb, at, parameters)).whenComplete((response, failure) -> {
            if (failure == null && response.success() && understood.test(response)) {
                done.complete(null);
                return;
            }
            ServerRefusal why = failure != null ? Failures.silent(server) : response.success()
                    ? Failures.unnamed(server)
                    : Failures.of(response, server, session.agent().settings().dialect(), false);
            Failures.note(session.correlationId(), verb + " of a mixer", why);
            done.completeExceptionally(why);
        });
        return done;
    }

    @Override
    public void lost(String why) {
        gone = true;
        Set<MgcpConnection> apart = Set.copyOf(members.keySet());
        members.clear();
        apart.forEach(MgcpConnection::unheard);
    }

    @Override
    public Optional<MgcpCommand> audit() {
        return gone || name == null ? Optional.empty()
                : Optional.of(MgcpCommand.of(Verb.AUEP, name, Parameters.NONE));
    }

    @Override
    public Optional<MgcpCommand> removal() {
        return gone || name == null ? Optional.empty()
                : Optional.of(MgcpCommand.of(Verb.DLCX, name, Parameters.of(ParameterNames.CALL_ID, callId)));
    }
}
