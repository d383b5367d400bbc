package org.callwright.media.mgcp.agent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.mgcp.transaction.MgcpPeer;

/**
 * Asks each server in turn whether it is there: at an interval, and at once when a command got no answer. No answer to
 * one probe, with all its retransmissions, is down. Without probes a command that got no answer is down, and after an
 * interval the server is tried again.
 */
final class HealthCheck {

    private static final String SILENT = "does not answer";

    private final MgcpPeer peer;
    private final AgentSettings settings;
    private final ServerPool pool;
    private final Map<RemoteServer, Loop.Cancellable> next = new HashMap<>();
    private boolean closed;

    HealthCheck(MgcpPeer peer, AgentSettings settings, ServerPool pool) {
        this.peer = peer;
        this.settings = settings;
        this.pool = pool;
    }

    void start() {
        if (settings.probe() != Probe.OFF) {
            pool.servers().forEach(this::probe);
        }
    }

    /** A command got no answer. */
    void suspect(RemoteServer server) {
        if (closed) {
            return;
        }
        if (settings.probe() == Probe.OFF) {
            server.down(SILENT);
            cancel(server);
            later(server, () -> answered(server));
        } else if (next.containsKey(server)) {
            cancel(server);
            probe(server);
        }
    }

    private void probe(RemoteServer server) {
        next.remove(server);
        peer.send(command(server), server.socket()).whenComplete((response, failure) -> {
            if (closed) {
                return;
            }
            if (failure == null) {
                answered(server);
            } else {
                server.down(SILENT);
            }
            later(server, () -> probe(server));
        });
    }

    private void answered(RemoteServer server) {
        server.answered().forEach(command -> peer.send(command, server.socket()));
    }

    private void later(RemoteServer server, Runnable work) {
        Duration interval = settings.probeInterval();
        next.put(server, peer.loop().schedule(interval, work));
    }

    private void cancel(RemoteServer server) {
        Loop.Cancellable waiting = next.remove(server);
        if (waiting != null) {
            waiting.cancel();
        }
    }

    private MgcpCommand command(RemoteServer server) {
        EndpointName all = new EndpointName(settings.prefix() + "/ivr/*", server.name());
        if (settings.probe() == Probe.AUEP) {
            return MgcpCommand.of(Verb.AUEP, all, Parameters.NONE);
        }
        return MgcpCommand.of(Verb.DLCX, new EndpointName(settings.prefix() + "/ivr/1", server.name()),
                Parameters.of(ParameterNames.CALL_ID, "0", ParameterNames.CONNECTION_ID, "0"));
    }

    void close() {
        closed = true;
        next.values().forEach(Loop.Cancellable::cancel);
        next.clear();
    }
}
