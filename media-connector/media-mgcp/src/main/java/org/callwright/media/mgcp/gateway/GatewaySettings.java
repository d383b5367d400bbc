package org.callwright.media.mgcp.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callwright.media.mgcp.message.LineEnding;
import org.callwright.media.mgcp.transaction.TransactionSettings;
import org.callwright.media.spi.MediaServerConfig;

/**
 * The settings of {@code bin/callwright media-gateway}, from the environment; {@code docs/mgcp.md} lists them.
 *
 * @param config what the gateway is started with
 * @param drain how long calls may go on when it is stopped
 */
record GatewaySettings(GatewayConfig config, Duration drain) {

    /** @throws IllegalArgumentException when a value makes no sense; the message names the variable */
    static GatewaySettings of(Map<String, String> environment) {
        return new Reader(environment).read();
    }

    private record Reader(Map<String, String> environment) {

        GatewaySettings read() {
            InetAddress bind = address("CALLWRIGHT_BIND", "127.0.0.1");
            String data = text("CALLWRIGHT_DATA", "./var");
            GatewayConfig config = new GatewayConfig(
                    new InetSocketAddress(bind, number("CALLWRIGHT_MGCP_PORT", GatewayConfig.GATEWAY_PORT, 1, 65_535)),
                    prefix(), media(bind), Path.of(text("CALLWRIGHT_MGCP_ANNOUNCEMENTS", data)),
                    Path.of(text("CALLWRIGHT_MGCP_RECORDINGS", data + "/recordings")),
                    number("CALLWRIGHT_MGCP_MAX_ENDPOINTS", 2000, 1, 100_000), callAgents(),
                    TransactionSettings.defaults().withLineEnding(lineEnding()));
            return new GatewaySettings(config,
                    Duration.ofSeconds(number("CALLWRIGHT_DRAIN_SECONDS", 30, 0, 86_400)));
        }

        private MediaServerConfig media(InetAddress bind) {
            Duration inactivity = Duration.ofSeconds(number("CALLWRIGHT_RTP_INACTIVITY_SECONDS", 60, 0, 86_400));
            String[] ports = text("CALLWRIGHT_RTP_PORTS", "34534-39999").split("-", -1);
            try {
                return new MediaServerConfig(bind,
                        text("CALLWRIGHT_ADVERTISED_ADDRESS", text("CALLWRIGHT_BIND", "127.0.0.1")),
                        Integer.parseInt(ports[0].strip()), Integer.parseInt(ports[1].strip()), inactivity);
            } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
                throw new IllegalArgumentException("CALLWRIGHT_RTP_PORTS: not a range of ports such as 34534-39999");
            }
        }

        private String prefix() {
            String prefix = text("CALLWRIGHT_MGCP_PREFIX", "callwright");
            if (!prefix.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new IllegalArgumentException("CALLWRIGHT_MGCP_PREFIX: letters, digits, dots and dashes only");
            }
            return prefix;
        }

        private LineEnding lineEnding() {
            try {
                return LineEnding.valueOf(text("CALLWRIGHT_MGCP_LINE_ENDING", "crlf").toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("CALLWRIGHT_MGCP_LINE_ENDING: neither crlf nor lf");
            }
        }

        private List<InetSocketAddress> callAgents() {
            List<InetSocketAddress> callAgents = new ArrayList<>();
            for (String item : text("CALLWRIGHT_MGCP_CALL_AGENTS", "").split(",")) {
                if (!item.isBlank()) {
                    callAgents.add(callAgent(item.strip()));
                }
            }
            return callAgents;
        }

        private static InetSocketAddress callAgent(String item) {
            int colon = item.lastIndexOf(':');
            boolean port = colon > item.lastIndexOf(']') && item.indexOf(':') == colon || item.contains("]:");
            try {
                InetSocketAddress address = new InetSocketAddress(
                        InetAddress.getByName(port ? item.substring(0, colon) : item),
                        port ? Integer.parseInt(item.substring(colon + 1)) : GatewayConfig.CALL_AGENT_PORT);
                if (address.getPort() > 0) {
                    return address;
                }
            } catch (UnknownHostException | IllegalArgumentException e) {
                throw new IllegalArgumentException("CALLWRIGHT_MGCP_CALL_AGENTS: " + item + " is no host:port", e);
            }
            throw new IllegalArgumentException("CALLWRIGHT_MGCP_CALL_AGENTS: " + item + " has port 0");
        }

        private InetAddress address(String key, String otherwise) {
            String value = text(key, otherwise);
            try {
                return InetAddress.getByName(value);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(key + ": " + value + " is no address", e);
            }
        }

        private int number(String key, int otherwise, int min, int max) {
            String value = text(key, Integer.toString(otherwise));
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
                throw new IllegalArgumentException(key + ": " + value + " is not " + min + " to " + max);
            }
            return Integer.parseInt(value);
        }

        private String text(String key, String otherwise) {
            String value = environment.getOrDefault(key, "").strip();
            return value.isEmpty() ? otherwise : value;
        }
    }
}
