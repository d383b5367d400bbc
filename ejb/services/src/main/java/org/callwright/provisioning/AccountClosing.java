package org.callwright.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.ClosedAccounts;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.NumberDirectory;
import org.callwright.records.RecordArchive;

/**
 * What closed accounts give up: numbers, clients, applications and notifications at once; recordings with their audio
 * batch by batch after the change, since there may be millions. What was called and said stays on record.
 */
@ApplicationScoped
public class AccountClosing {

    private final DirectoryStore directory;
    private final NumberDirectory routes;
    private final RecordArchive archive;
    private final ClosedAccounts recordings;

    /** For the container's proxy. */
    protected AccountClosing() {
        this(null, null, null, null);
    }

    @Inject
    public AccountClosing(
            DirectoryStore directory, NumberDirectory routes, RecordArchive archive, ClosedAccounts recordings) {
        this.directory = directory;
        this.routes = routes;
        this.archive = archive;
        this.recordings = recordings;
    }

    void release(Set<AccountSid> accounts) {
        accounts.forEach(account -> {
            directory.removeAllOf(account);
            archive.removeNotifications(account);
        });
        routes.forgetCached();
        recordings.closed(accounts);
    }
}
