package org.callwright.engine.core;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * Whether the heap has outgrown what it is to be kept at. ZGC collects beside the program and needs room for what is
 * made meanwhile: a heap well above its soft maximum says that the collector is behind, and at the maximum every thread
 * waits for memory, those of the calls under way too. A heap whose soft maximum is its maximum says nothing.
 */
public final class HeapRoom implements BooleanSupplier {
    /** Share of the room between the soft maximum and the maximum that may be taken, in percent. */
    private static final int MAY_BE_TAKEN = 25;
    private static final String DIAGNOSTICS = "com.sun.management:type=HotSpotDiagnostic";

    private final long limit;
    private final LongSupplier used;

    /**
     * Watches a heap; sizes in bytes.
     *
     * @param used how much is taken now
     */
    HeapRoom(long softMaximum, long maximum, LongSupplier used) {
        limit = softMaximum < maximum ? softMaximum + (maximum - softMaximum) * MAY_BE_TAKEN / 100 : Long.MAX_VALUE;
        this.used = used;
    }

    /** Watches the heap of this virtual machine. */
    public static HeapRoom ofThisMachine() {
        Runtime runtime = Runtime.getRuntime();
        return new HeapRoom(
                softMaximum(), runtime.maxMemory(), () -> runtime.totalMemory() - runtime.freeMemory());
    }

    /** Whether there is too little memory for anything more to begin. */
    @Override
    public boolean getAsBoolean() {
        return used.getAsLong() > limit;
    }

    /** What -XX:SoftMaxHeapSize says, which is asked by name as not every virtual machine has it. */
    private static long softMaximum() {
        try {
            CompositeData option = (CompositeData) ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName(DIAGNOSTICS), "getVMOption",
                    new Object[] {"SoftMaxHeapSize"}, new String[] {String.class.getName()});
            return Long.parseLong((String) option.get("value"));
        } catch (JMException | RuntimeException e) {
            return Long.MAX_VALUE;
        }
    }
}
