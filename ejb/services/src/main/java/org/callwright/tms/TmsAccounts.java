package org.callwright.tms;

import java.util.List;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/** Who may use the dialect. */
public interface TmsAccounts {

    /**
     * A user of the dialect.
     *
     * @param fromNumbers caller ids that the account may show, in E.164; the first one is the default
     */
    record TmsAccount(AccountSid account, List<String> fromNumbers) {

        public TmsAccount {
            fromNumbers = List.copyOf(fromNumbers);
        }
    }

    /** The active account that one of whose tokens this is. Several tokens may be good at once. */
    Optional<TmsAccount> byToken(String token);
}
