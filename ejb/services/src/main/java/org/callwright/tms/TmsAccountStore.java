package org.callwright.tms;

import java.util.List;

/** Where users of the dialect are kept. */
public interface TmsAccountStore extends TmsAccounts {

    /** Creates or replaces; from now on these tokens are good and no others. Only their digests are kept. */
    void save(TmsAccount account, List<String> tokens);
}
