package org.callwright.http;

import static org.callwright.engine.log.EngineLog.LOG;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.callwright.call.value.FetchFailure;
import org.callwright.engine.port.WebhookException;

/**
 * How much may be under way to each destination at once. One that does not answer fills its own budget and nobody
 * else's: a request beyond it waits for its turn, and one beyond the waiting ones is refused at once.
 */
final class Budgets {

    private final int maxInFlight;
    private final int maxQueued;
    private final Map<String, Destination> destinations = new HashMap<>();

    private static final class Destination {
        private final ArrayDeque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
        private int inFlight;
        private boolean told;
    }

    Budgets(int maxInFlight, int maxQueued) {
        this.maxInFlight = maxInFlight;
        this.maxQueued = maxQueued;
    }

    /**
     * Asks for a turn. When the future completes, {@link #release} is owed; a future that its owner cancelled owes
     * nothing.
     */
    synchronized CompletableFuture<Void> acquire(String destination) {
        Destination state = destinations.computeIfAbsent(destination, any -> new Destination());
        if (state.inFlight < maxInFlight) {
            state.inFlight++;
            return CompletableFuture.completedFuture(null);
        }
        state.waiting.removeIf(CompletableFuture::isDone);
        if (state.waiting.size() >= maxQueued) {
            if (!state.told) {
                state.told = true;
                LOG.budgetExhausted(destination, maxInFlight, state.waiting.size());
            }
            return CompletableFuture.failedFuture(new WebhookException(
                    FetchFailure.BUDGET_EXHAUSTED, "too many requests to this host are under way"));
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        state.waiting.add(turn);
        return turn;
    }

    void release(String destination) {
        while (true) {
            CompletableFuture<Void> next = next(destination);
            if (next == null || next.complete(null)) {
                return;
            }
        }
    }

    /** Whose turn it is; null when nobody waits, and then the place is free. */
    private synchronized CompletableFuture<Void> next(String destination) {
        Destination state = destinations.get(destination);
        CompletableFuture<Void> next = state.waiting.poll();
        if (next == null) {
            state.inFlight--;
            if (state.inFlight == 0) {
                destinations.remove(destination);
            }
        }
        return next;
    }

    synchronized int destinations() {
        return destinations.size();
    }
}
