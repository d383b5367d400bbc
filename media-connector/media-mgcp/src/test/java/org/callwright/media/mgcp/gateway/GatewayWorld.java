package org.callwright.media.mgcp.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.callwright.media.contract.FreePorts;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.mgcp.transaction.TransactionSettings;
import org.callwright.media.spi.MediaServerConfig;

/** A gateway of the embedded engine on the loopback address, and its call agent. */
final class GatewayWorld implements AutoCloseable {

    final Path folder;
    final CallAgent agent;
    final MgcpGateway gateway;

    GatewayWorld(Path folder) throws Exception {
        this(folder, 100, false, Duration.ZERO);
    }

    /** @param inactivity of callers, after which it is told; zero: never */
    GatewayWorld(Path folder, int maxEndpoints, boolean callAgentsNamed, Duration inactivity) throws Exception {
        this.folder = folder;
        agent = new CallAgent();
        gateway = MgcpGateway.start(config(folder, maxEndpoints, callAgentsNamed ? List.of(agent.address())
                : List.of(), inactivity), new EmbeddedDriver());
        agent.talkingTo(gateway.address());
    }

    static GatewayConfig config(Path folder, int maxEndpoints, List<InetSocketAddress> callAgents,
            Duration inactivity) {
        int port = FreePorts.first(20);
        return new GatewayConfig(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "callwright",
                new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", port, port + 19,
                        inactivity), folder.resolve("announcements"), folder.resolve("recordings"),
                maxEndpoints, callAgents, TransactionSettings.defaults());
    }

    /** Whether everything was given back. */
    boolean isIdle() {
        return gateway.statistics().sessionsActive() == 0 && gateway.statistics().portsActive() == 0
                && gateway.statistics().playersActive() == 0 && gateway.statistics().recordersActive() == 0;
    }

    @Override
    public void close() {
        gateway.close();
        agent.close();
    }
}
