package org.callwright.media.mgcp.agent;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The media servers. A new endpoint goes to the one that has the fewest for its weight. */
final class ServerPool {

    private final List<RemoteServer> servers;

    ServerPool(List<ServerAddress> addresses) {
        servers = addresses.stream().map(RemoteServer::new).toList();
    }

    List<RemoteServer> servers() {
        return servers;
    }

    Optional<RemoteServer> choose(Collection<RemoteServer> tried) {
        return servers.stream()
                .filter(server -> server.takesMore() && !tried.contains(server))
                .min(Comparator.comparingDouble(RemoteServer::load));
    }

    Optional<RemoteServer> at(InetSocketAddress address) {
        return servers.stream().filter(server -> server.socket().equals(address)).findFirst();
    }
}
