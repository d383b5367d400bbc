package org.callwright.callbacks;

import static org.callwright.callbacks.CallbackLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.callwright.call.record.CallbackRecord;
import org.callwright.engine.port.WebhookException;
import org.callwright.settings.CallbackSettings;

/**
 * Brings callbacks from the outbox to the applications. One thread runs the rounds: it writes down what became of
 * requests, claims what is due and sends it; nobody waits for an answer. Of each call one callback is under way at a
 * time, so they arrive in their order. Any 2xx is an arrival; everything else is tried again with doubling pauses, and
 * given up in the end.
 *
 * <p>A claim is a lease: of a server that dies, it runs out and another one, or the same after a restart, sends again.
 * Receivers tell a repetition by its {@code Idempotency-Key}.
 */
final class Courier implements Runnable {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final CallbackOutbox outbox;
    private final Function<CallbackRecord, CompletionStage<Integer>> sender;
    private final CallbackSettings settings;
    private final CallbackBell bell;
    private final Clock clock;
    private final Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();
    private int underWay;
    private boolean away;
    private volatile boolean closed;

    /**
     * Makes a courier.
     *
     * @param sender makes the request; the stage gives the status of the answer, or fails
     */
    Courier(CallbackOutbox outbox, Function<CallbackRecord, CompletionStage<Integer>> sender,
            CallbackSettings settings, CallbackBell bell, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.settings = settings;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                bell.await(roundOrPause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration roundOrPause() {
        try {
            boolean more = round() > 0;
            away = false;
            return more ? Duration.ZERO : POLL;
        } catch (RuntimeException e) {
            if (!away) {
                away = true;
                LOG.outboxAway(e);
            }
            return POLL;
        }
    }

    /** Ends {@link #run} after its round; what is under way is sent again by whoever comes next. */
    void close() {
        closed = true;
        bell.ring();
    }

    /** One round; how many were sent. */
    int round() {
        for (Runnable outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            underWay--;
            outcome.run();
        }
        int sent = 0;
        int room = settings.inFlight() - underWay;
        if (room > 0) {
            Instant now = clock.instant();
            for (CallbackOutbox.Due due : outbox.due(now, room)) {
                if (outbox.claim(due, now.plus(settings.lease()))) {
                    send(due);
                    sent++;
                }
            }
        }
        return sent;
    }

    private void send(CallbackOutbox.Due due) {
        underWay++;
        CompletionStage<Integer> answer;
        try {
            answer = sender.apply(due.callback());
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((status, failure) -> {
            outcomes.add(() -> settle(due, status, failure));
            bell.ring();
        });
    }

    private void settle(CallbackOutbox.Due due, Integer status, Throwable failure) {
        CallbackRecord callback = due.callback();
        if (failure == null && status >= 200 && status <= 299) {
            outbox.delivered(callback.sid());
            return;
        }
        String reason = failure == null ? "answered with status " + status : reason(failure);
        int attempts = due.attempts() + 1;
        if (attempts >= settings.attempts()) {
            outbox.giveUp(callback.sid(), reason);
            LOG.givenUp(callback.sid(), callback.call(), attempts, reason);
        } else {
            outbox.failed(callback.sid(), clock.instant().plus(settings.pauseAfter(attempts)), reason);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        return cause instanceof WebhookException told ? String.valueOf(told.getMessage())
                : cause.getClass().getSimpleName();
    }
}
