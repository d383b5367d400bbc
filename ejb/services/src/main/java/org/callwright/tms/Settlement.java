package org.callwright.tms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callwright.engine.CallEngine;
import org.callwright.recovery.DeadCalls;
import org.callwright.recovery.Judgement;

/**
 * Writes down what came of attempts, by their calls' records, which a crash leaves to others to finish. An attempt
 * whose call nobody runs and which left no sign of an answer is made again.
 */
final class Settlement {

    /** What a call's first record may take to be written. */
    private static final Duration UNWRITTEN = Duration.ofMinutes(2);
    private static final int BATCH = 200;

    private final OutcomeStore store;
    private final AnswerNotes answers;
    private final DeadCalls.Judge judge;
    private final Clock clock;

    /**
     * Makes a settlement.
     *
     * @param longest that a call may take, with room to end
     */
    Settlement(OutcomeStore store, AnswerNotes answers, CallEngine engine, Duration longest, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.judge = new Judgement(engine.newCallSid().instanceId(), engine::runs, longest, clock);
        this.clock = clock;
    }

    /** What can be settled now, some of it; whether there may be more. */
    boolean settle() {
        Instant now = clock.instant();
        List<Result> results = new ArrayList<>();
        List<OutcomeStore.Ended> ended = store.ended(BATCH);
        ended.forEach(attempt -> results.add(noted(Outcomes.of(attempt, now))));
        store.withoutRecord(now.minus(UNWRITTEN), BATCH).stream()
                .filter(silent -> judge.dead(silent.attempt().call(), silent.claimed()))
                .forEach(silent -> results.add(noted(Result.lost(silent.attempt(), silent.chances(), now))));
        if (!results.isEmpty()) {
            store.settle(results, now);
        }
        return ended.size() == BATCH;
    }

    /** Who had answered when the record was lost has heard it, or some of it. */
    private Result noted(Result result) {
        boolean answered = !result.counted() && answers.has(result.attempt().call());
        return answered ? Result.sent(result.attempt(), Detail.HUMAN) : result;
    }
}
