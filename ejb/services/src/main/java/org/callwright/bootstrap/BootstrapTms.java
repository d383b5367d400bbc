package org.callwright.bootstrap;

import java.util.List;
import org.callwright.accounts.Account;
import org.callwright.accounts.Retention;
import org.callwright.bootstrap.BootstrapFile.TmsEntry;
import org.callwright.tms.TmsAccountStore;
import org.callwright.tms.TmsAccounts.TmsAccount;

/** Users of the TMS dialect. The list of an account replaces the old one, so that tokens can be taken away. */
final class BootstrapTms {

    private final TmsAccountStore store;

    BootstrapTms(TmsAccountStore store) {
        this.store = store;
    }

    void apply(List<TmsEntry> entries, Account account) {
        for (TmsEntry entry : entries) {
            store.byToken(entry.token()).filter(other -> !other.account().equals(account.sid())).ifPresent(other -> {
                throw new BootstrapException(entry.path() + ".token", "belongs to " + other.account());
            });
        }
        List<String> numbers = entries.stream().flatMap(entry -> entry.fromNumbers().stream()).distinct().toList();
        store.save(new TmsAccount(account.sid(), numbers), entries.stream().map(TmsEntry::token).toList());
    }

    void apply(Retention retention, Account account) {
        store.keep(account.sid(), retention);
    }
}
