package org.callwright.load.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * The server's own histogram of how late its packets left, read from its MXBean {@code org.callwright:type=Media}:
 * turns of sessions, one every 20 ms, by the upper end of their bucket in milliseconds.
 */
public record EngineLateness(Map<String, Long> turns) {

    private static final int LATE_MS = 10;

    static EngineLateness read(MBeanServerConnection server) throws IOException, JMException {
        return of((TabularData) server.getAttribute(new ObjectName("org.callwright:type=Media"), "SendLateness"));
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
        EngineLateness come = new EngineLateness(between);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("turns", come.all());
        report.put("over10msPercent", come.all() == 0 ? 0 : 100.0 * come.late() / come.all());
        report.put("turnsByMs", between);
        return report;
    }

    /** What came between the first and the last of readings, one a second, and in which seconds turns were late. */
    static Map<String, Object> told(List<EngineLateness> readings) {
        EngineLateness first = readings.get(0);
        Map<String, Object> report = readings.get(readings.size() - 1).since(first);
        List<List<Long>> seconds = new ArrayList<>();
        for (int i = 1; i < readings.size(); i++) {
            EngineLateness before = readings.get(i - 1);
            EngineLateness after = readings.get(i);
            if (after.late() > before.late()) {
                seconds.add(List.of((long) i, after.all() - before.all(), after.late() - before.late()));
            }
        }
        report.put("lateSeconds", seconds);
        return report;
    }

    private long all() {
        return turns.values().stream().mapToLong(Long::longValue).sum();
    }

    private long late() {
        return turns.entrySet().stream()
                .filter(entry -> entry.getKey().equals("more") || Integer.parseInt(entry.getKey()) > LATE_MS)
                .mapToLong(Map.Entry::getValue).sum();
    }
}
