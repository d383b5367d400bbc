package org.callwright.media.mgcp.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.mgcp.transaction.MgcpPeer;
import org.callwright.media.mgcp.transaction.Reply;

/**
 * A call agent (RFC 3435): sends commands to the servers of its pool, watches over them, and takes their notifications
 * and what they tell of restarts. Endpoints that a restart may have taken away are audited one by one, because the word
 * of a restart may come late, when there are new ones already. Methods belong to the loop's thread, but for
 * {@link #start}, {@link #loop}, {@link #close} and those that say otherwise.
 */
public final class CallAgent implements AutoCloseable {

    private static final int MAX_STRANGERS = 100;

    private final AgentSettings settings;
    private final ServerPool pool;
    private final MgcpPeer peer;
    private final HealthCheck health;
    private final String notifiedEntity;
    private final Map<String, Consumer<MgcpCommand>> receivers = new ConcurrentHashMap<>();
    private final Set<InetAddress> strangers = new HashSet<>();

    private CallAgent(AgentSettings settings, String advertised) throws IOException {
        this.settings = settings;
        pool = new ServerPool(settings.servers());
        peer = MgcpPeer.bind(settings.local(), settings.transactions(), this::received);
        health = new HealthCheck(peer, settings, pool, this::audit);
        notifiedEntity = "ca@" + (settings.notifiedEntity().isEmpty()
                ? entity(peer.localAddress(), advertised, settings.dialect()) : settings.notifiedEntity());
    }

    /**
     * Binds the socket and begins to look after the servers, which need not be there yet.
     *
     * @param advertised host that servers reach us by when the socket is bound to every address
     * @throws IOException when the socket can't be bound; the message names its address
     */
    public static CallAgent start(AgentSettings settings, String advertised) throws IOException {
        CallAgent agent = new CallAgent(settings, advertised);
        AgentLog.started(agent.peer.localAddress().toString(), settings.servers().stream()
                .map(server -> server.name() + '*' + server.weight()).collect(Collectors.joining(", ")));
        agent.peer.loop().execute(agent.health::start);
        return agent;
    }

    /** An address stands in brackets (RFC 3435, 3.2.1.3), which Restcomm's server takes for a part of it. */
    private static String entity(InetSocketAddress local, String advertised, Dialect dialect) {
        String host = AgentSettingsReader.reachable(local, advertised);
        return (dialect == Dialect.RESTCOMM ? host : '[' + host + ']') + ':' + local.getPort();
    }

    public AgentSettings settings() {
        return settings;
    }

    public Loop loop() {
        return peer.loop();
    }

    /** Where our socket is. */
    public InetSocketAddress localAddress() {
        return peer.localAddress();
    }

    /** The value of N: in our commands. */
    public String notifiedEntity() {
        return notifiedEntity;
    }

    /** The server for a new endpoint; empty when none that was not tried takes one. */
    public Optional<RemoteServer> choose(Collection<RemoteServer> tried) {
        return pool.choose(tried);
    }

    /**
     * Has notifications with this request id told to the receiver. By any thread.
     *
     * @param requestId hexadecimal, upper case
     * @return false when the id is another one's
     */
    public boolean register(String requestId, Consumer<MgcpCommand> receiver) {
        return receivers.putIfAbsent(requestId, receiver) == null;
    }

    /** By any thread. */
    public void unregister(String requestId) {
        receivers.remove(requestId);
    }

    /** Sends a command; the stage fails when there is no answer in time. */
    public CompletionStage<MgcpResponse> send(RemoteServer server, MgcpCommand command) {
        return peer.send(command, server.socket()).whenComplete((response, failure) -> {
            if (failure != null) {
                health.suspect(server);
            }
        });
    }

    private void received(MgcpCommand command, InetSocketAddress from, Reply reply) {
        if (command.verb() == Verb.NTFY) {
            reply.respond(done());
            notified(command, from);
        } else if (command.verb() == Verb.RSIP) {
            reply.respond(done());
            pool.at(from).ifPresentOrElse(server -> restarted(server, command),
                    () -> stranger(from));
        } else {
            reply.respond(MgcpResponse.of(ReturnCode.UNKNOWN_COMMAND));
        }
    }

    /** Told once of each address, and not of very many: whoever sends may take any. */
    private void stranger(InetSocketAddress from) {
        if (strangers.size() < MAX_STRANGERS && strangers.add(from.getAddress())) {
            AgentLog.stranger(from.toString());
        }
    }

    /** With a comment, though the RFC does not ask for one: Restcomm's server can't read a response without. */
    private static MgcpResponse done() {
        return MgcpResponse.of(ReturnCode.OK, "OK");
    }

    private void notified(MgcpCommand command, InetSocketAddress from) {
        Consumer<MgcpCommand> receiver = receivers.get(
                command.parameters().get(ParameterNames.REQUEST_ID, "").toUpperCase(Locale.ROOT));
        if (receiver == null) {
            pool.at(from).ifPresent(server -> orphan(server, command.endpoint()));
            return;
        }
        try {
            receiver.accept(command);
        } catch (RuntimeException e) {
            AgentLog.receiverFailed(e);
        }
    }

    /** An endpoint that is none of ours tells us something: one that was before we were begun anew. */
    private void orphan(RemoteServer server, EndpointName name) {
        if (!name.wildcard() && tenants(server, name).isEmpty()) {
            peer.send(MgcpCommand.of(Verb.DLCX, name, Parameters.NONE), server.socket());
        }
    }

    private void restarted(RemoteServer server, MgcpCommand command) {
        String method = command.parameters().get(ParameterNames.RESTART_METHOD, "restart").toLowerCase(Locale.ROOT);
        boolean whole = command.endpoint().local().indexOf('*') >= 0;
        AgentLog.restarted(server.name(), method);
        switch (method) {
            case "graceful" -> {
                if (whole) {
                    server.draining();
                }
            }
            case "forced" -> {
                if (whole) {
                    server.down("goes out of service");
                } else {
                    tenants(server, command.endpoint()).forEach(tenant -> server.lose(tenant, "closed the endpoint"));
                }
            }
            case "cancel-graceful" -> server.up();
            default -> {
                server.up();
                audit(server);
            }
        }
    }

    private static List<Tenant> tenants(RemoteServer server, EndpointName name) {
        return server.tenants().stream().filter(tenant -> tenant.audit()
                .filter(audit -> audit.endpoint().local().equalsIgnoreCase(name.local())).isPresent()).toList();
    }

    private void audit(RemoteServer server) {
        server.tenants().forEach(tenant -> audit(server, tenant));
    }

    private void audit(RemoteServer server, Tenant tenant) {
        tenant.audit().ifPresent(audit -> send(server, audit).whenComplete((response, failure) -> {
            if (failure == null && isUnknown(response.code())) {
                server.lose(tenant, "has restarted");
            }
        }));
    }

    /** Whether a response says that the endpoint, the connection or the call is not there. */
    public static boolean isUnknown(int code) {
        return code == ReturnCode.UNKNOWN_ENDPOINT || code == ReturnCode.UNKNOWN_CONNECTION
                || code == ReturnCode.UNKNOWN_CALL;
    }

    @Override
    public void close() {
        peer.loop().execute(health::close);
        peer.close();
        AgentLog.stopped();
    }
}
