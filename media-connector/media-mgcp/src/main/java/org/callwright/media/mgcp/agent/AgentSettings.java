package org.callwright.media.mgcp.agent;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.callwright.media.mgcp.transaction.TransactionSettings;

/**
 * What a call agent works with.
 *
 * @param servers at least one
 * @param prefix first term of endpoint names, such as {@code callwright} in {@code callwright/ivr/$}
 * @param probeInterval between two probes of a server
 * @param local where our socket is bound
 * @param notifiedEntity {@code host:port} where media servers send notifications
 */
public record AgentSettings(
        List<ServerAddress> servers,
        String prefix,
        Dialect dialect,
        Probe probe,
        Duration probeInterval,
        InetSocketAddress local,
        String notifiedEntity,
        PathMap paths,
        TransactionSettings transactions) {

    public AgentSettings {
        servers = List.copyOf(servers);
    }
}
