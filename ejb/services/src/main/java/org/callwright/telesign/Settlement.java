package org.callwright.telesign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.record.MessageRecord;
import org.callwright.engine.CallEngine;
import org.callwright.settings.EngineSettings;

/**
 * Gives transactions their final status when their calls have ended, whatever ended them: it looks at the calls'
 * records, which a crash leaves to others to finish. A transaction whose call left no record at all, because its server
 * died before it was written, has failed.
 */
@ApplicationScoped
public class Settlement {

    /** What a call's first record may take to be written. */
    private static final Duration UNWRITTEN = Duration.ofMinutes(2);
    /** After the longest call, for servers that can't be asked. */
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final TransactionStore transactions;
    private final CallEngine engine;
    private final Duration longestCall;
    private final Clock clock;

    /** For the container's proxy. */
    protected Settlement() {
        this(null, null, null, null);
    }

    @Inject
    public Settlement(TransactionStore transactions, CallEngine engine, EngineSettings settings) {
        this(transactions, engine, settings.maxCallLength(), Clock.systemUTC());
    }

    public Settlement(TransactionStore transactions, CallEngine engine, Duration longestCall, Clock clock) {
        this.transactions = transactions;
        this.engine = engine;
        this.longestCall = longestCall;
        this.clock = clock;
    }

    /** All that can be. */
    public void settle() {
        transactions.over(BATCH).forEach(this::settle);
        Instant now = clock.instant();
        transactions.withoutCall(now.minus(UNWRITTEN), BATCH).stream()
                .filter(transaction -> dead(transaction, now))
                .forEach(transaction -> transactions.settle(
                        transaction.reference(), StatusCode.FAILED, Optional.empty(), now));
    }

    /** This one, if it can be. */
    void settle(String reference) {
        transactions.over(reference).ifPresent(this::settle);
    }

    private void settle(TransactionStore.Over over) {
        transactions.settle(over.transaction().reference(), Outcomes.of(over.call(), over.message()),
                over.message().flatMap(MessageRecord::lastKey), over.call().ended().orElse(clock.instant()));
    }

    private boolean dead(VoiceTransaction transaction, Instant now) {
        boolean ours = transaction.call()
                .filter(call -> call.instanceId().equals(engine.newCallSid().instanceId()))
                .isPresent();
        boolean runs = transaction.call().filter(engine::runs).isPresent();
        return !runs && (ours || transaction.submitted().isBefore(now.minus(longestCall).minus(GRACE)));
    }
}
