package org.callwright.media.mgcp;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.callwright.media.spi.MediaException;

/** Waiting for what other threads do. */
public final class Soon {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Soon() {
    }

    public static void soon(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true within " + LIMIT + ": " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    public static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Why it came to nothing. */
    public static MediaException refusal(CompletionStage<?> stage) throws Exception {
        try {
            result(stage);
        } catch (ExecutionException e) {
            return (MediaException) e.getCause();
        }
        throw new AssertionError("it was not refused");
    }
}
