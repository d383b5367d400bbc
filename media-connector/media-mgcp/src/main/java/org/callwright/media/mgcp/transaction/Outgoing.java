package org.callwright.media.mgcp.transaction;

import java.net.InetSocketAddress;

/** Sends datagrams. One that can't be sent is lost, as datagrams may be. */
@FunctionalInterface
interface Outgoing {

    void send(byte[] datagram, InetSocketAddress to);
}
