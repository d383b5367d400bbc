package org.callwright.load.report;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Reads a server's {@link EngineLateness} once a second, over a connection that stays, so that the report can tell when
 * the late turns were: while calls were placed, or while all were up.
 */
public final class LatenessWatch implements AutoCloseable {

    private final JMXConnector connector;
    private final List<EngineLateness> readings = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lateness-watch");
        thread.setDaemon(true);
        return thread;
    });

    private LatenessWatch(JMXConnector connector) {
        this.connector = connector;
    }

    /** @return empty when no server is watched, or it does not show such a thing to this user */
    public static Optional<LatenessWatch> start(long serverProcess) {
        if (serverProcess == 0) {
            return Optional.empty();
        }
        try {
            VirtualMachine server = VirtualMachine.attach(String.valueOf(serverProcess));
            try {
                LatenessWatch watch = new LatenessWatch(JMXConnectorFactory.connect(
                        new JMXServiceURL(server.startLocalManagementAgent())));
                watch.read();
                watch.clock.scheduleAtFixedRate(watch::readOn, 1, 1, TimeUnit.SECONDS);
                return Optional.of(watch);
            } finally {
                server.detach();
            }
        } catch (IOException | AttachNotSupportedException | JMException e) {
            return Optional.empty();
        }
    }

    private synchronized void read() throws IOException, JMException {
        readings.add(EngineLateness.read(connector.getMBeanServerConnection()));
    }

    private void readOn() {
        try {
            read();
        } catch (IOException | JMException e) {
            throw new IllegalStateException("the server's lateness can't be read any more", e);
        }
    }

    /** All that came since the start, and the seconds in which turns were late. */
    public synchronized Map<String, Object> report() {
        return EngineLateness.told(readings);
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        connector.close();
    }
}
