package org.callwright.tms;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param status sending when there is another attempt
 * @param again when, if so
 * @param counted whether the attempt is one of those that a recipient gets
 */
public record Result(Attempt attempt, RecipientStatus status, Optional<Detail> detail, Optional<String> error,
        Optional<Instant> again, boolean counted) {

    static Result sent(Attempt attempt, Detail detail) {
        return new Result(attempt, RecipientStatus.SENT, Optional.of(detail), Optional.empty(), Optional.empty(), true);
    }

    static Result failed(Attempt attempt, Detail detail, Optional<String> error) {
        return new Result(attempt, RecipientStatus.FAILED, Optional.of(detail), error, Optional.empty(), true);
    }

    /** Failed, or to be tried again when there are chances left. */
    static Result failed(Attempt attempt, OutcomeStore.Chances chances, Detail detail, Optional<String> error,
            Instant now) {
        if (chances.canceled() || chances.attempts() > chances.retries()) {
            return failed(attempt, detail, error);
        }
        return new Result(attempt, RecipientStatus.SENDING, Optional.of(detail), Optional.empty(),
                Optional.of(now.plus(chances.delay())), true);
    }

    /** As if it had not been made. */
    static Result lost(Attempt attempt, OutcomeStore.Chances chances, Instant now) {
        return chances.canceled()
                ? new Result(attempt, RecipientStatus.CANCELED, Optional.empty(), Optional.empty(), Optional.empty(),
                        false)
                : new Result(attempt, RecipientStatus.SENDING, Optional.empty(), Optional.empty(), Optional.of(now),
                        false);
    }
}
