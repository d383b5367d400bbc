package org.callwright.bench.media.engine;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What this process holds.
 *
 * @param heapBytes live objects after a full collection
 * @param directBytes of direct buffers
 */
record LiveMemory(long heapBytes, long directBytes) {

    /** Makes a full collection. */
    static LiveMemory measure() {
        long heap = histogram().lines().filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2])).findFirst().orElseThrow();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
        return new LiveMemory(heap, direct);
    }

    private static String histogram() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            return (String) beans.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram", new Object[] {new String[0]}, new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("this JVM does not tell its live objects", e);
        }
    }
}
