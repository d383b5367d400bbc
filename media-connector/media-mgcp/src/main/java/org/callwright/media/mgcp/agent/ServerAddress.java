package org.callwright.media.mgcp.agent;

import java.net.InetSocketAddress;

/**
 * Where a media server is.
 *
 * @param name {@code host:port} as it was configured; the domain of its endpoints
 * @param weight its share of new endpoints against the other servers'; at least 1
 */
public record ServerAddress(String name, InetSocketAddress socket, int weight) {
}
