package org.callwright.media.mgcp.gateway;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.callwright.media.mgcp.transaction.TransactionSettings;
import org.callwright.media.spi.MediaServerConfig;

/**
 * What a gateway is started with.
 *
 * @param bind address and port of MGCP; port 0 takes a free one
 * @param prefix first term of the endpoints' names
 * @param media RTP
 * @param announcements folder below which files may be played
 * @param recordings folder below which files may be written, and played
 * @param maxEndpoints endpoints at once
 * @param callAgents who is told of start and end; when any are named, commands from other addresses are refused
 */
public record GatewayConfig(
        InetSocketAddress bind,
        String prefix,
        MediaServerConfig media,
        Path announcements,
        Path recordings,
        int maxEndpoints,
        List<InetSocketAddress> callAgents,
        TransactionSettings transactions) {

    /** Port that call agents have unless one is named (RFC 3435, 3.5). */
    public static final int CALL_AGENT_PORT = 2727;
    /** Port that gateways have unless one is named. */
    public static final int GATEWAY_PORT = 2427;

    public GatewayConfig {
        callAgents = List.copyOf(callAgents);
    }
}
