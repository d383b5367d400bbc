package org.callwright.sip.container.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what real threads will do. */
public final class Eventually {
    private Eventually() {
    }

    public static void eventually(String what, BooleanSupplier condition) {
        eventually(what, Duration.ofSeconds(10), condition);
    }

    public static void eventually(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
