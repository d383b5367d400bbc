package org.callwright.media.mgcp.agent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.mgcp.transaction.MgcpPeer;

/**
 * Asks each server in turn whether it is there: at an interval, and at once when a command got no answer. No answer to
 * one probe, with all its retransmissions, is down; an answer that tells of fewer endpoints than we have there is the
 * word of a restart. Without probes a command that got no answer is down, and after an
 * interval the server is tried again.
 */
final class HealthCheck {

    private static final String SILENT = "does not answer";
    private static final String IVR = "/ivr/";

    private final MgcpPeer peer;
    private final AgentSettings settings;
    private final ServerPool pool;
    private final Consumer<RemoteServer> begunAnew;
    private final Map<RemoteServer, Loop.Cancellable> next = new HashMap<>();
    private boolean closed;

    /** @param begunAnew done with a server that seems to have lost what we have there */
    HealthCheck(MgcpPeer peer, AgentSettings settings, ServerPool pool, Consumer<RemoteServer> begunAnew) {
        this.begunAnew = begunAnew;
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
            if (failure != null) {
                server.down(SILENT);
            } else {
                answered(server);
                if (hasFewer(server, response)) {
                    begunAnew.accept(server);
                }
            }
            later(server, () -> probe(server));
        });
    }

    /** Fewer endpoints than we have there: it ended and was begun again faster than probes could tell. */
    private boolean hasFewer(RemoteServer server, MgcpResponse response) {
        String number = response.parameters().get(ParameterNames.NUMBER_OF_ENDPOINTS, "");
        return number.matches("\\d{1,9}") && server.tenants().stream().filter(this::isCaller).count()
                > Integer.parseInt(number);
    }

    private boolean isCaller(Tenant tenant) {
        return tenant.audit().filter(audit -> audit.endpoint().local().startsWith(settings.prefix() + IVR)).isPresent();
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
        EndpointName all = new EndpointName(settings.prefix() + IVR + '*', server.name());
        if (settings.probe() == Probe.AUEP) {
            return MgcpCommand.of(Verb.AUEP, all, Parameters.NONE);
        }
        return MgcpCommand.of(Verb.DLCX, new EndpointName(settings.prefix() + IVR + '1', server.name()),
                Parameters.of(ParameterNames.CALL_ID, "0", ParameterNames.CONNECTION_ID, "0"));
    }

    void close() {
        closed = true;
        next.values().forEach(Loop.Cancellable::cancel);
        next.clear();
    }
}
