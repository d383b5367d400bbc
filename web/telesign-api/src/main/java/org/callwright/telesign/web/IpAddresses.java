package org.callwright.telesign.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses of IPv4 (four decimal numbers) and IPv6 (RFC 4291 section 2.2). */
final class IpAddresses {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    /** Characters of an address, so that nothing is ever looked up as a name. */
    private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:]{2,39}([0-9.]{7,15})?");

    private IpAddresses() {
    }

    static boolean isAddress(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches() && parses(text);
    }

    private static boolean parses(String text) {
        try {
            return InetAddress.getByName("[" + text + "]") != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
