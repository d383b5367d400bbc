package org.callwright.sip.extension.model;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callwright.sip.container.SipContainer;
import org.callwright.sip.container.SipContainerConfig;
import org.callwright.sip.container.SipContainerException;
import org.callwright.sip.container.connector.ConnectorConfig;
import org.callwright.sip.extension.SipExtensionLog;
import org.jboss.as.network.SocketBinding;
import org.jboss.as.server.suspend.SuspendableActivityRegistry;
import org.jboss.msc.Service;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StartException;
import org.jboss.msc.service.StopContext;

/**
 * The container as a service of the server. It starts when its socket-bindings are there and fails, with the name of
 * the socket, when one of them is taken; the server then reports the failure and no SIP application starts.
 */
final class SipContainerService implements Service {

    /** A connector whose address is known once the server has resolved its socket-binding. */
    record BoundConnector(Supplier<SocketBinding> binding, Function<InetSocketAddress, ConnectorConfig> config) {
        ConnectorConfig resolve() {
            return config.apply(binding.get().getSocketAddress());
        }
    }

    private final SipContainerConfig settings;
    private final List<BoundConnector> connectors;
    private final Supplier<SuspendableActivityRegistry> activities;
    private final RunningContainer running;
    private final Consumer<SipContainer> provided;
    private SipContainer container;
    private DrainActivity drain;

    SipContainerService(SipContainerConfig settings, List<BoundConnector> connectors,
            Supplier<SuspendableActivityRegistry> activities, RunningContainer running,
            Consumer<SipContainer> provided) {
        this.settings = settings;
        this.connectors = connectors;
        this.activities = activities;
        this.running = running;
        this.provided = provided;
    }

    @Override
    public void start(StartContext context) throws StartException {
        ClassLoader previous = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(SipContainer.class.getClassLoader());
        try {
            container = new SipContainer(settings.withConnectors(connectors.stream().map(BoundConnector::resolve)
                    .toList()));
            container.start();
        } catch (SipContainerException | IllegalArgumentException e) {
            throw SipExtensionLog.ROOT.containerNotStarted(e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(previous);
        }
        drain = new DrainActivity(container);
        container.suspend();
        activities.get().registerActivity(drain);
        if (activities.get().getState() == SuspendableActivityRegistry.State.RUNNING) {
            container.resume();
        }
        running.set(container);
        provided.accept(container);
    }

    @Override
    public void stop(StopContext context) {
        activities.get().unregisterActivity(drain);
        running.set(null);
        container.stop();
    }
}
