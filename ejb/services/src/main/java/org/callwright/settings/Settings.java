package org.callwright.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operator set by environment variables {@code CALLWRIGHT_…} (the operator contract in docs/operations.md).
 *
 * @param bind CALLWRIGHT_BIND: address that sockets are bound to
 * @param advertisedAddress CALLWRIGHT_ADVERTISED_ADDRESS: host that peers and applications are told
 * @param httpPort CALLWRIGHT_HTTP_PORT
 * @param sipPort CALLWRIGHT_SIP_PORT, UDP and TCP
 * @param rtpPorts CALLWRIGHT_RTP_PORTS
 * @param data CALLWRIGHT_DATA: folder of database, recordings, caches
 * @param adminSid CALLWRIGHT_ADMIN_SID
 * @param adminToken CALLWRIGHT_ADMIN_TOKEN; without one the file {@code admin-token} in the data folder holds it
 * @param trunk CALLWRIGHT_TRUNK: {@code host:port} where calls to numbers go
 * @param webhookAllow CALLWRIGHT_WEBHOOK_ALLOW: address ranges in CIDR form, comma separated
 * @param bootstrap CALLWRIGHT_BOOTSTRAP: path of a JSON file
 * @param mediaDriver CALLWRIGHT_MEDIA_DRIVER
 * @param mediaProperties what is for that driver alone: CALLWRIGHT_DRIVER_SOME_THING as {@code driver.some-thing}
 * @param recordDefaultAction CALLWRIGHT_RECORD_DEFAULT_ACTION: {@code current} (default) or {@code none}
 */
public record Settings(
        String bind,
        String advertisedAddress,
        int httpPort,
        int sipPort,
        PortRange rtpPorts,
        Path data,
        String adminSid,
        Optional<String> adminToken,
        Optional<String> trunk,
        List<String> webhookAllow,
        Optional<Path> bootstrap,
        String mediaDriver,
        Map<String, String> mediaProperties,
        String recordDefaultAction) {

    private static final int HTTP_PORT = 80;

    /** Inclusive range of ports. */
    public record PortRange(int first, int last) {

        static PortRange parse(String key, String text) {
            String[] ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new SettingsException(key, text, "want FIRST-LAST");
            }
            Environment read = new Environment(Map.of("first", ends[0], "last", ends[1]));
            PortRange range;
            try {
                range = new PortRange(read.port("first", 0), read.port("last", 0));
            } catch (SettingsException e) {
                throw new SettingsException(key, text, "want two ports, FIRST-LAST");
            }
            if (range.first < 1 || range.last <= range.first) {
                throw new SettingsException(key, text, "want FIRST-LAST, the last port above the first");
            }
            return range;
        }
    }

    public static Settings fromEnvironment(Map<String, String> env) {
        Environment reader = new Environment(env);
        String bind = reader.text("CALLWRIGHT_BIND", "127.0.0.1");
        String mediaDriver = reader.text("CALLWRIGHT_MEDIA_DRIVER", "embedded");
        return new Settings(
                bind,
                reader.text("CALLWRIGHT_ADVERTISED_ADDRESS", bind),
                reader.port("CALLWRIGHT_HTTP_PORT", 8080),
                reader.port("CALLWRIGHT_SIP_PORT", 5080),
                PortRange.parse("CALLWRIGHT_RTP_PORTS", reader.text("CALLWRIGHT_RTP_PORTS", "34534-39999")),
                Path.of(reader.text("CALLWRIGHT_DATA", "./var")).toAbsolutePath().normalize(),
                reader.text("CALLWRIGHT_ADMIN_SID", "ACae6e420f425248d6a26948c17a9e2acf"),
                reader.optional("CALLWRIGHT_ADMIN_TOKEN"),
                reader.optional("CALLWRIGHT_TRUNK"),
                reader.optional("CALLWRIGHT_WEBHOOK_ALLOW").stream()
                        .flatMap(text -> Stream.of(text.split(",")))
                        .map(String::strip)
                        .filter(range -> !range.isEmpty())
                        .toList(),
                reader.optional("CALLWRIGHT_BOOTSTRAP").map(Path::of),
                mediaDriver,
                DriverProperties.of(mediaDriver, env),
                reader.choice("CALLWRIGHT_RECORD_DEFAULT_ACTION", "current", "none"));
    }

    /** Where applications reach this server, by its advertised address; without a slash at the end. */
    public String publicBaseUrl() {
        String host = advertisedAddress;
        String bracketed = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + bracketed + (httpPort == HTTP_PORT ? "" : ":" + httpPort);
    }

    public Path recordings() {
        return data.resolve("recordings");
    }

    public Path speechCache() {
        return data.resolve("cache").resolve("speech");
    }
}
