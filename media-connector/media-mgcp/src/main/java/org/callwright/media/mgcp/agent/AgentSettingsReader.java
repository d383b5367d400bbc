package org.callwright.media.mgcp.agent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.media.mgcp.transaction.TransactionSettings;
import org.callwright.media.spi.MediaServerConfig;

/**
 * Reads the properties {@code mgcp.…} of a media server's configuration; {@code docs/mgcp.md} lists them with their
 * defaults. A value that can't be used is an {@link IllegalArgumentException} which names its property.
 */
public final class AgentSettingsReader {

    private static final int AGENT_PORT = 2727;
    private static final int GATEWAY_PORT = 2427;

    private final MediaServerConfig config;

    private AgentSettingsReader(MediaServerConfig config) {
        this.config = config;
    }

    public static AgentSettings read(MediaServerConfig config) {
        return new AgentSettingsReader(config).read();
    }

    private AgentSettings read() {
        InetSocketAddress local = text("mgcp.local").map(value -> socket("mgcp.local", value))
                .orElse(new InetSocketAddress(config.bindAddress(), AGENT_PORT));
        Dialect dialect = choice("mgcp.dialect", Dialect.CALLWRIGHT);
        return new AgentSettings(servers(), text("mgcp.prefix").orElse(dialect.prefix()), dialect,
                choice("mgcp.probe", dialect.probe()), millis("mgcp.probe-interval", 2_000), local,
                text("mgcp.notify").orElse(""), new PathMap(folder("mgcp.path-here"), folder("mgcp.path-there")),
                transactions(dialect));
    }

    private TransactionSettings transactions(Dialect dialect) {
        TransactionSettings usual = TransactionSettings.defaults();
        return new TransactionSettings(choice("mgcp.line-ending", dialect.lineEnding()),
                millis("mgcp.retransmission", 200), usual.maxRetransmission(), usual.longTransaction(),
                millis("mgcp.request-timeout", 2_000, (int) usual.timeout().toMillis()), usual.history(),
                usual.provisionalAfter(), usual.maxCached(), dialect == Dialect.CALLWRIGHT);
    }

    private List<ServerAddress> servers() {
        String text = text("mgcp.servers").orElseThrow(() -> wrong("mgcp.servers", "", "want host:port[*weight],..."));
        List<ServerAddress> servers = new ArrayList<>();
        for (String each : text.split(",")) {
            String[] parts = each.strip().split("\\*", 2);
            int weight = parts.length == 2 ? number("mgcp.servers", parts[1], 1, 1_000) : 1;
            InetSocketAddress socket = socket("mgcp.servers", parts[0]);
            servers.add(new ServerAddress(parts[0].strip(), socket, weight));
        }
        if (servers.stream().map(ServerAddress::socket).distinct().count() < servers.size()) {
            throw wrong("mgcp.servers", text, "a server is named twice");
        }
        return servers;
    }

    private InetSocketAddress socket(String name, String text) {
        String stripped = text.strip();
        int colon = stripped.endsWith("]") ? -1 : stripped.lastIndexOf(':');
        String host = colon < 0 ? stripped : stripped.substring(0, colon);
        int port = colon < 0 ? GATEWAY_PORT : number(name, stripped.substring(colon + 1), 0, 65_535);
        if (host.isEmpty() || host.indexOf('@') >= 0 || host.indexOf(' ') >= 0) {
            throw wrong(name, text, "want host:port");
        }
        InetSocketAddress socket = new InetSocketAddress(host, port);
        if (socket.isUnresolved()) {
            throw wrong(name, text, "the host is not known");
        }
        return socket;
    }

    private Optional<Path> folder(String name) {
        return text(name).map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    private Duration millis(String name, int usual) {
        return millis(name, usual, 3_600_000);
    }

    private Duration millis(String name, int usual, int max) {
        return Duration.ofMillis(text(name).map(value -> number(name, value, 1, max)).orElse(usual));
    }

    private <E extends Enum<E>> E choice(String name, E usual) {
        Class<E> type = usual.getDeclaringClass();
        return text(name).map(value -> Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(value)).findFirst()
                .orElseThrow(() -> wrong(name, value, "want one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)))).orElse(usual);
    }

    private static int number(String name, String text, int min, int max) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number out of bounds
        }
        throw wrong(name, text, "want a number from " + min + " to " + max);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(config.properties().get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The host that others reach us by, when our socket is bound to every address. */
    static String reachable(InetSocketAddress bound, String advertised) {
        InetAddress address = bound.getAddress();
        return address.isAnyLocalAddress() ? advertised : address.getHostAddress();
    }

    private static IllegalArgumentException wrong(String name, String value, String want) {
        return new IllegalArgumentException(name + '=' + value + ": " + want);
    }
}
