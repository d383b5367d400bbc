package org.restcomm.commons.statistics.reporter;

import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.TimeUnit;

/**
 * Stands where the SIP Servlets core expects the reporter that would send usage figures to its vendor once a day.
 * This one has the methods the core links against and does nothing: no thread, no socket, no figure leaves the server.
 * The vendor's library is not on the class path at all, so nothing can be switched on by configuration.
 */
public class RestcommStatsReporter {
    private static final RestcommStatsReporter INSTANCE = new RestcommStatsReporter();
    private static final MetricRegistry REGISTRY = new MetricRegistry();

    public static RestcommStatsReporter getRestcommStatsReporter() {
        return INSTANCE;
    }

    public static MetricRegistry getMetricRegistry() {
        return REGISTRY;
    }

    public void setRemoteServer(String url) {
        // nothing is ever sent
    }

    public void setProjectName(String name) {
        // nothing is ever sent
    }

    public void setProjectType(String type) {
        // nothing is ever sent
    }

    public void setVersion(String version) {
        // nothing is ever sent
    }

    public void start(long period, TimeUnit unit) {
        // nothing is ever sent
    }

    public void stop() {
        // nothing was started
    }
}
