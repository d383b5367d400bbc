package org.callwright.http;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be asked: public unicast ones, and those that the operator allows besides. Refused are the
 * special purpose registries of RFC 6890, addresses that carry another address inside (NAT64, 6to4, Teredo, IPv4-compatible:
 * they would lead around these rules) and the metadata services of clouds. IPv4-mapped addresses arrive here as IPv4.
 */
final class AddressPolicy {

    private static final List<AddressRange> REFUSED = Stream.of(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
            "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")
            .map(AddressRange::parse).toList();

    private final List<AddressRange> allowed;

    AddressPolicy(List<String> allowed) {
        this.allowed = allowed.stream().map(AddressRange::parse).toList();
    }

    boolean permits(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address))
                || REFUSED.stream().noneMatch(range -> range.contains(address));
    }
}
