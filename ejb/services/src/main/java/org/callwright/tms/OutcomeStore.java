package org.callwright.tms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.MessageRecord;

/** Attempts under way, and what comes of them. */
public interface OutcomeStore {

    /**
     * How a recipient may be called again.
     *
     * @param attempts that were begun, this one included
     * @param retries further attempts after the first
     * @param canceled whether nobody is called any more
     */
    record Chances(int attempts, int retries, Duration delay, boolean canceled) {
    }

    /** An attempt whose call has ended. */
    record Ended(Attempt attempt, Chances chances, CallRecord call, Optional<MessageRecord> heard) {
    }

    /** An attempt whose call has left no record. */
    record Silent(Attempt attempt, Chances chances, Instant claimed) {
    }

    /** Attempts whose calls have ended. */
    List<Ended> ended(int most);

    /** Attempts that are older than that and have no call record. */
    List<Silent> withoutRecord(Instant before, int most);

    /**
     * Writes down what came of attempts, tells the webhooks, and completes messages that nobody is left of, in one
     * transaction. A result of an attempt that is not under way any more does nothing.
     */
    void settle(List<Result> results, Instant now);

    /**
     * Messages beyond their time: who has no result gets none any more, in batches of one transaction each. Completes
     * messages that nobody is left of, and forgets requests that are not the same ones any more.
     */
    void tidy(Instant now);

    /** Those of these messages that are not completed. */
    Set<Long> live(Set<Long> messages);
}
