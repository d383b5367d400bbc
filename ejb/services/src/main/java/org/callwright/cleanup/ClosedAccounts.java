package org.callwright.cleanup;

import java.util.Set;
import org.callwright.call.value.AccountSid;

/** Whoever closes accounts says so here; their recordings go soon after, once the change is committed. */
public interface ClosedAccounts {

    /** Belongs to the transaction under way: when that is rolled back, nothing is removed. */
    void closed(Set<AccountSid> accounts);
}
