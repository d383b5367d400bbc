package org.callwright.sip.container.connector;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * One listening socket. The bound address is where the socket is; the advertised host and port are what peers read in
 * Via, Contact and Record-Route, for servers behind an address translator or on a wildcard address.
 *
 * @param name           the operator's name of the connector
 * @param bind           resolved address and port to listen on; port 0 is refused, peers could not be told
 * @param advertisedHost host name or address for peers, empty to use the container's, then the bound one
 * @param advertisedPort port for peers, empty to use the bound one
 */
public record ConnectorConfig(String name, Transport transport, InetSocketAddress bind,
        Optional<String> advertisedHost, Optional<Integer> advertisedPort) {

    public ConnectorConfig {
        Objects.requireNonNull(name);
        Objects.requireNonNull(transport);
        if (bind.isUnresolved() || bind.getPort() == 0) {
            throw new IllegalArgumentException("connector " + name + " needs a resolved address and a port: " + bind);
        }
    }

    public static ConnectorConfig of(String name, Transport transport, InetSocketAddress bind) {
        return new ConnectorConfig(name, transport, bind, Optional.empty(), Optional.empty());
    }

    /** This connector, advertised under the given host unless it has its own. */
    public ConnectorConfig advertisedByDefault(Optional<String> host) {
        return advertisedHost.isPresent() ? this
                : new ConnectorConfig(name, transport, bind, host, advertisedPort);
    }
}
