package org.callwright.tms;

import java.time.Duration;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/**
 * A message as it was asked for, checked.
 *
 * @param fromNumber in E.164; the account's default when empty
 * @param retries further attempts after the first
 * @param retryDelay from the end of an attempt to the next
 * @param repeatKey what makes a second request the same one within the idempotency window
 */
public record MessageOrder(AccountSid account, Content content, Optional<String> fromNumber, int retries,
        Duration retryDelay, Optional<String> repeatKey) {
}
