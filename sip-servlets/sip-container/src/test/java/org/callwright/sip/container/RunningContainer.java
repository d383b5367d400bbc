package org.callwright.sip.container;

import static org.callwright.sip.container.testing.Eventually.eventually;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.callwright.sip.container.SipContainerConfig.Timers;
import org.callwright.sip.container.application.SipApplication;
import org.callwright.sip.container.connector.ConnectorConfig;
import org.callwright.sip.container.connector.Transport;

/** A container on a free port with {@link RecordingServlet} in it; timers are shorter than the standard's. */
final class RunningContainer implements AutoCloseable {
    private final int port = freePort();
    private final SipContainer container;
    private final SipDeployment deployment;

    RunningContainer(UnaryOperator<SipContainerConfig> settings) {
        RecordingServlet.reset();
        container = new SipContainer(settings.apply(config(port)));
        container.start();
        deployment = container.deploy(SipApplication.of("test", RecordingServlet.class,
                List.of(RecordingServlet.class)), new TestHost());
    }

    static SipContainerConfig config(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return SipContainerConfig.of(List.of(ConnectorConfig.of("sip-udp", Transport.UDP, address),
                ConnectorConfig.of("sip-tcp", Transport.TCP, address)))
                .withTimers(new Timers(Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofMillis(500),
                        Duration.ofSeconds(32)));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    SipContainer container() {
        return container;
    }

    SipDeployment deployment() {
        return deployment;
    }

    void awaitNoSession() {
        eventually("sessions end", Duration.ofSeconds(60), () -> container.activeApplicationSessions() == 0
                && container.activeSipSessions() == 0);
    }

    @Override
    public void close() {
        container.stop();
    }
}
