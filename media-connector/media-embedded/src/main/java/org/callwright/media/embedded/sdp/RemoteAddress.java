package org.callwright.media.embedded.sdp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Turns the address of a c= line into one to send to. Names are not looked up: that would wait for a DNS server. */
final class RemoteAddress {

    private RemoteAddress() {
    }

    /** Whether the text is an address, not a name, of the family that our own sockets have. */
    static boolean usable(String text, boolean ipv6) {
        return literal(text).map(address -> address instanceof Inet6Address == ipv6).orElse(false);
    }

    /** The socket address, or nothing when the address is the unspecified one (hold as in RFC 2543). */
    static Optional<InetSocketAddress> of(String text, int port) {
        return literal(text).filter(address -> !address.isAnyLocalAddress() && port != 0)
                .map(address -> new InetSocketAddress(address, port));
    }

    private static Optional<InetAddress> literal(String text) {
        boolean looksLikeV4 = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        boolean looksLikeV6 = text.length() <= 45 && text.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
        if (!looksLikeV4 && !looksLikeV6) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
