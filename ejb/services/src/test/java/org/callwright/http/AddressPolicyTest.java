package org.callwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.255.255.255", "100.64.0.1", "100.100.100.200", "127.0.0.1",
            "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1",
            "198.18.0.1", "198.19.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16",
            "::", "::1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "fe80::1", "fc00::1", "fd00:ec2::254",
            "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::"})
    void internalAddressesShouldBeRefused(String address) throws UnknownHostException {
        assertThat(new AddressPolicy(List.of()).permits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1",
            "11.0.0.0", "192.167.255.255", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::8", "2620:fe::fe"})
    void publicAddressesShouldBePermitted(String address) throws UnknownHostException {
        assertThat(new AddressPolicy(List.of()).permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void allowedRangesShouldBePermittedToTheBit() throws UnknownHostException {
        AddressPolicy policy = new AddressPolicy(List.of("10.1.2.0/23", "fd00::/9", "127.0.0.1"));
        assertThat(policy.permits(InetAddress.getByName("10.1.3.255"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("10.1.4.0"))).isFalse();
        assertThat(policy.permits(InetAddress.getByName("fd7f::1"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("fd80::1"))).isFalse();
        assertThat(policy.permits(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("127.0.0.2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::1/129", "10.0.0.0/8/8"})
    void whatIsNoRangeShouldBeRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
