package org.callwright.media.mgcp.driver;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs asynchronous steps one after the other, each when the one before it has ended. Belongs to one thread. */
final class Turns {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Gives the step's result; a step may fail, the next one runs all the same. */
    <T> CompletionStage<T> add(Supplier<CompletionStage<T>> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        waiting.add(() -> run(step, result));
        next();
        return result;
    }

    private <T> void run(Supplier<CompletionStage<T>> step, CompletableFuture<T> result) {
        CompletionStage<T> stage;
        try {
            stage = step.get();
        } catch (RuntimeException e) {
            stage = CompletableFuture.failedStage(e);
        }
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(Failures.cause(failure));
            }
            busy = false;
            next();
        });
    }

    private void next() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            waiting.remove().run();
        }
    }
}
