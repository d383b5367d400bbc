package org.callwright.records;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;

/** Which notifications. In request URL and message text, {@code %} stands for any text. */
public record NotificationFilter(
        Set<AccountSid> accounts,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<CallSid> call,
        OptionalInt code,
        Optional<String> requestUrl,
        Optional<String> message) {

    public NotificationFilter {
        accounts = Set.copyOf(accounts);
    }
}
