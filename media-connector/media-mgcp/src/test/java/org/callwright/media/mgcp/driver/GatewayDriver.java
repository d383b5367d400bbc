package org.callwright.media.mgcp.driver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.mgcp.gateway.GatewayConfig;
import org.callwright.media.mgcp.gateway.MgcpGateway;
import org.callwright.media.mgcp.transaction.TransactionSettings;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;

/**
 * The MGCP driver together with a gateway of ours, over real sockets: what the contract of all drivers is run on. The
 * statistics are those of the gateway's engine, so that what is given back is given back there; but sessions are the
 * driver's, since a mixer is a session of its own at the gateway.
 */
final class GatewayDriver implements MediaDriver {

    private final long seed;
    private final double chance;

    /** @param chance of each kind of mischief of the network between the two; 0 for none */
    GatewayDriver(long seed, double chance) {
        this.seed = seed;
        this.chance = chance;
    }

    @Override
    public String name() {
        return "mgcp";
    }

    @Override
    public MediaServer start(MediaServerConfig config) throws MediaException {
        return started(config);
    }

    Running started(MediaServerConfig config) throws MediaException {
        Path files = Path.of(System.getProperty("java.io.tmpdir"));
        MgcpGateway gateway = MgcpGateway.start(new GatewayConfig(new InetSocketAddress("127.0.0.1", 0), "callwright",
                config, files, files, 100, List.of(), transactions()), new EmbeddedDriver());
        try {
            UdpProxy proxy = new UdpProxy(seed, chance);
            proxy.gateway(gateway.address());
            try {
                return new Running(new MgcpDriver().start(new MediaServerConfig(config.bindAddress(),
                        config.advertisedAddress(), config.rtpPortMin(), config.rtpPortMax(),
                        config.inactivityLimit(), properties(proxy))), proxy, gateway);
            } catch (MediaException e) {
                proxy.close();
                throw e;
            }
        } catch (IOException e) {
            gateway.close();
            throw new MediaException(MediaFailure.INTERNAL, e.getMessage(), e);
        }
    }

    private TransactionSettings transactions() {
        TransactionSettings usual = TransactionSettings.defaults();
        return new TransactionSettings(usual.lineEnding(), Duration.ofMillis(20), usual.maxRetransmission(),
                usual.longTransaction(), usual.timeout(), usual.history(), usual.provisionalAfter(),
                usual.maxCached(), usual.acknowledge());
    }

    private static Map<String, String> properties(UdpProxy proxy) {
        return new HashMap<>(Map.of("mgcp.servers", proxy.serverName(), "mgcp.local", "127.0.0.1:0", "mgcp.notify",
                proxy.notifiedEntity(), "mgcp.request-timeout", "6000", "mgcp.retransmission", "20",
                "mgcp.probe-interval", "500"));
    }

    /** The three that belong together. */
    record Running(MediaServer server, UdpProxy proxy, MgcpGateway gateway) implements MediaServer {

        @Override
        public MediaSession createMediaSession(String correlationId) throws MediaException {
            return server.createMediaSession(correlationId);
        }

        @Override
        public MediaSession createMediaSession(String correlationId, MediaSession beside) throws MediaException {
            return server.createMediaSession(correlationId, beside);
        }

        @Override
        public MediaStatistics statistics() {
            MediaStatistics engine = gateway.statistics();
            return new MediaStatistics(server.statistics().sessionsActive(), engine.playersActive(),
                    engine.recordersActive(), engine.portsActive(), engine.portsTotal(), engine.packetsSent(),
                    engine.packetsReceived(), engine.packetsLost(), engine.packetsDiscarded(),
                    engine.framesConcealed(), engine.ticks(), engine.lateTicks());
        }

        @Override
        public void close() {
            server.close();
            gateway.close();
            proxy.close();
        }
    }
}
