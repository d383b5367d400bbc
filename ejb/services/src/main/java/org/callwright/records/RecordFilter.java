package org.callwright.records;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;

/**
 * Which rows: of these accounts, created in this time (both ends inclusive), of this call.
 *
 * @param call only what happened during this call
 */
public record RecordFilter(
        Set<AccountSid> accounts, Optional<Instant> from, Optional<Instant> until, Optional<CallSid> call) {

    public RecordFilter {
        accounts = Set.copyOf(accounts);
    }

    public static RecordFilter of(AccountSid account) {
        return new RecordFilter(Set.of(account), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static RecordFilter of(AccountSid account, CallSid call) {
        return new RecordFilter(Set.of(account), Optional.empty(), Optional.empty(), Optional.of(call));
    }
}
