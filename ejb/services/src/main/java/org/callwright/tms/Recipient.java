package org.callwright.tms;

import java.time.Instant;
import java.util.Optional;

/**
 * One who is called.
 *
 * @param phone as it was given
 * @param formattedPhone E.164; empty when it is no number
 * @param detail of the last attempt; empty before the first has ended
 * @param attempts that were begun
 * @param sentAt when the first call was placed
 * @param error why it failed, for the application
 */
public record Recipient(long id, long message, String phone, Optional<String> formattedPhone, RecipientStatus status,
        Optional<Detail> detail, int attempts, Instant created, Optional<Instant> sentAt, Optional<Instant> completed,
        Optional<String> error) {

    /** Without numbers. */
    @Override
    public String toString() {
        return "Recipient[" + id + " of " + message + ", " + status + "]";
    }
}
