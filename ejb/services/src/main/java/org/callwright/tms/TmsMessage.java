package org.callwright.tms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/**
 * A message to many recipients.
 *
 * @param fromNumber caller id, E.164
 * @param completed when its last recipient had a final status
 */
public record TmsMessage(long id, AccountSid account, Content content, Optional<String> fromNumber, int retries,
        Duration retryDelay, MessageStatus status, Instant created, Optional<Instant> completed) {
}
