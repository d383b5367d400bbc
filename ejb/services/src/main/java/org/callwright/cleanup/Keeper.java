package org.callwright.cleanup;

import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;

/**
 * An account as a keeper of something.
 *
 * @param retention empty: as the server's setting says
 */
public record Keeper(AccountSid account, boolean closed, Optional<Retention> retention) {

    /** What ended before this time goes; nothing does when it is empty. A closed account keeps nothing. */
    public Optional<Instant> limit(Retention ofTheServer, Instant now) {
        return closed ? Optional.of(now) : retention.orElse(ofTheServer).limit(now);
    }
}
