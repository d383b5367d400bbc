package org.callwright.phone.sip;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of header values and URIs that a user agent has to look into. */
public final class SipText {

    private SipText() {
    }

    /** The URI of an address, without header parameters: {@code "A" <sip:a@h>;tag=1} gives {@code sip:a@h}. */
    public static String uri(String address) {
        int open = address.indexOf('<');
        if (open >= 0) {
            return address.substring(open + 1, address.indexOf('>', open));
        }
        int semicolon = address.indexOf(';');
        return (semicolon < 0 ? address : address.substring(0, semicolon)).trim();
    }

    /** A header parameter, looked for behind the URI. */
    public static Optional<String> parameter(String value, String name) {
        int start = value.indexOf('>');
        for (String part : value.substring(Math.max(start, 0)).split(";")) {
            String[] pair = part.trim().split("=", 2);
            if (pair[0].trim().equalsIgnoreCase(name)) {
                return Optional.of(pair.length == 2 ? pair[1].trim() : "");
            }
        }
        return Optional.empty();
    }

    public static String tag(String address) {
        return parameter(address, "tag").orElse("");
    }

    /** Host and port of a SIP URI or of a bare {@code host:port}; 5060 without a port. Resolves the name. */
    public static InetSocketAddress hostPort(String uri) {
        String rest = uri.replaceFirst("(?i)^sips?:", "");
        rest = rest.split("[;?]", 2)[0];
        rest = rest.substring(rest.indexOf('@') + 1);
        int colon = rest.lastIndexOf(':');
        boolean hasPort = colon >= 0 && rest.indexOf(']', colon) < 0;
        String host = hasPort ? rest.substring(0, colon) : rest;
        int port = hasPort ? Integer.parseInt(rest.substring(colon + 1)) : 5060;
        return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
    }

    static List<String> splitOutsideQuotes(String value) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int depth = 0;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '<') {
                depth++;
            } else if (!quoted && c == '>') {
                depth--;
            } else if (!quoted && depth == 0 && c == ',') {
                parts.add(value.substring(start, i).trim());
                start = i + 1;
            }
        }
        parts.add(value.substring(start).trim());
        return parts;
    }
}
