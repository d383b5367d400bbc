package org.callwright.tms;

import java.util.List;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;

/** Where users of the dialect are kept. */
public interface TmsAccountStore extends TmsAccounts {

    /** Creates or replaces; from now on these tokens are good and no others. Only their digests are kept. */
    void save(TmsAccount account, List<String> tokens);

    /** For how long messages of the account are kept, whatever the server's setting says. */
    void keep(AccountSid account, Retention retention);
}
