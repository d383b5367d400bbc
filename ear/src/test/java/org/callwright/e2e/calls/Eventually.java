package org.callwright.e2e.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what comes about by itself, such as a row that is written after the call. */
public final class Eventually {

    public static final Duration LIMIT = Duration.ofSeconds(15);
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

    private Eventually() {
    }

    /** The first value that is there; fails with the description when there is none within {@link #LIMIT}. */
    public static <T> T find(Supplier<String> description, Supplier<Optional<T>> search) {
        return find(LIMIT, description, search);
    }

    public static <T> T find(Duration limit, Supplier<String> description, Supplier<Optional<T>> search) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<T> found = search.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
            found = search.get();
        }
        return found.orElseThrow(() -> new AssertionError("not within " + limit + ": " + description.get()));
    }
}
