package org.callwright.records;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;

/**
 * Which calls. In from and to, {@code %} stands for any text.
 *
 * @param since created then or later
 * @param until created then or earlier
 */
public record CallFilter(
        Set<AccountSid> accounts,
        Optional<String> from,
        Optional<String> to,
        Optional<CallStatus> status,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<CallSid> parent) {

    public CallFilter {
        accounts = Set.copyOf(accounts);
    }
}
