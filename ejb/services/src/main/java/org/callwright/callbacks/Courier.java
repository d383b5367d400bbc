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
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.callwright.call.record.CallbackRecord;
import org.callwright.engine.port.WebhookException;
import org.callwright.rounds.Bell;
import org.callwright.rounds.Rounds;

/**
 * Brings callbacks from the outbox to the applications. One thread runs the rounds: it writes down what became of
 * requests, claims what is due and sends it; nobody waits for an answer. Of each call one callback is under way at a
 * time, so they arrive in their order. What is no arrival by the {@link DeliveryRules} is tried again after a pause,
 * and given up in the end.
 *
 * <p>An outcome that can't be written down, because the database is away, is written in a later round. A claim is a
 * lease: of a server that dies, it runs out and another one, or the same after a restart, sends again. Receivers tell a
 * repetition by its {@code Idempotency-Key}.
 */
public final class Courier implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final CallbackOutbox outbox;
    private final Function<CallbackRecord, CompletionStage<Integer>> sender;
    private final DeliveryRules rules;
    private final Bell bell;
    private final Clock clock;
    private final Rounds rounds;
    private final Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();
    private int underWay;

    /**
     * Makes a courier.
     *
     * @param sender makes the request; the stage gives the status of the answer, or fails
     */
    public Courier(CallbackOutbox outbox, Function<CallbackRecord, CompletionStage<Integer>> sender,
            DeliveryRules rules, Bell bell, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.rules = rules;
        this.bell = bell;
        this.clock = clock;
        this.rounds = new Rounds(bell, () -> round() > 0 ? Duration.ZERO : POLL, LOG::outboxAway);
    }

    /** Begins its rounds, on a daemon thread of its own. */
    public void startOn(ThreadFactory threads, String name) {
        rounds.startOn(threads, name);
    }

    /** Ends after the round that runs; what is under way is sent again by whoever comes next. */
    @Override
    public void close() {
        rounds.close();
    }

    /** One round; how many were sent. */
    public int round() {
        for (Runnable outcome = outcomes.peek(); outcome != null; outcome = outcomes.peek()) {
            outcome.run();
            outcomes.remove();
            underWay--;
        }
        int sent = 0;
        int room = rules.inFlight() - underWay;
        if (room > 0) {
            Instant now = clock.instant();
            for (CallbackOutbox.Due due : outbox.due(now, room)) {
                if (outbox.claim(due, now.plus(rules.lease()))) {
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
        if (failure == null && rules.arrived(status)) {
            outbox.delivered(callback.sid());
            return;
        }
        String reason = failure == null ? "answered with status " + status : reason(failure);
        int attempts = due.attempts() + 1;
        if (attempts >= rules.attempts()) {
            outbox.giveUp(callback.sid(), reason);
            LOG.givenUp(callback.sid(), callback.call(), attempts, reason);
        } else {
            outbox.failed(callback.sid(), clock.instant().plus(rules.pauseAfter(attempts)), reason);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        return cause instanceof WebhookException told ? String.valueOf(told.getMessage())
                : cause.getClass().getSimpleName();
    }
}
