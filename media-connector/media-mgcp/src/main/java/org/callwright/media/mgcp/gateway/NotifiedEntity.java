package org.callwright.media.mgcp.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where notifications go, {@code ca@192.0.2.1:2727}. Only addresses are understood, names of hosts are not looked up:
 * then, and when there is none, notifications go where the command came from.
 */
final class NotifiedEntity {

    private static final Pattern ENTITY = Pattern.compile(
            "(?:[^@\\s]*@)?(?:\\[([0-9A-Fa-f:.]{2,45})\\]|(\\d{1,3}(?:\\.\\d{1,3}){3}))(?::(\\d{1,5}))?");

    private NotifiedEntity() {
    }

    static InetSocketAddress address(String entity, InetSocketAddress otherwise) {
        Matcher matcher = ENTITY.matcher(entity.strip());
        if (!matcher.matches()) {
            return otherwise;
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int port = matcher.group(3) == null ? GatewayConfig.CALL_AGENT_PORT : Integer.parseInt(matcher.group(3));
        if (port < 1 || port > 65_535) {
            return otherwise;
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            return otherwise;
        }
    }
}
