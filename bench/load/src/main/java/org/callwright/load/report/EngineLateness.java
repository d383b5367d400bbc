package org.callwright.load.report;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The server's own histogram of how late its packets left, read from its MXBean {@code org.callwright:type=Media}:
 * turns of sessions, one every 20 ms, by the upper end of their bucket in milliseconds. To be read before and after what
 * is measured, as asking for it takes the server some time.
 */
public record EngineLateness(Map<String, Long> turns) {

    private static final int LATE_MS = 10;

    /** @return empty when no server is watched, or it does not show such a thing to this user */
    public static Optional<EngineLateness> read(long serverProcess) {
        if (serverProcess == 0) {
            return Optional.empty();
        }
        try {
            VirtualMachine server = VirtualMachine.attach(String.valueOf(serverProcess));
            try (JMXConnector connector = JMXConnectorFactory.connect(
                    new JMXServiceURL(server.startLocalManagementAgent()))) {
                return Optional.of(of((TabularData) connector.getMBeanServerConnection().getAttribute(
                        new ObjectName("org.callwright:type=Media"), "SendLateness")));
            } finally {
                server.detach();
            }
        } catch (IOException | AttachNotSupportedException | JMException e) {
            return Optional.empty();
        }
    }

    private static EngineLateness of(TabularData table) {
        Map<String, Long> turns = new LinkedHashMap<>();
        for (Object row : table.values()) {
            CompositeData entry = (CompositeData) row;
            turns.put((String) entry.get("key"), (Long) entry.get("value"));
        }
        return new EngineLateness(turns);
    }

    /** What came between an earlier reading and this one. */
    public Map<String, Object> since(EngineLateness earlier) {
        Map<String, Long> between = new LinkedHashMap<>();
        turns.forEach((bound, count) -> between.put(bound, count - earlier.turns.getOrDefault(bound, 0L)));
        long all = between.values().stream().mapToLong(Long::longValue).sum();
        long late = between.entrySet().stream()
                .filter(entry -> entry.getKey().equals("more") || Integer.parseInt(entry.getKey()) > LATE_MS)
                .mapToLong(Map.Entry::getValue).sum();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("turns", all);
        report.put("over10msPercent", all == 0 ? 0 : 100.0 * late / all);
        report.put("turnsByMs", between);
        return report;
    }
}
