package org.callwright.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.NumberDirectory;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.records.RecordFilter;
import org.callwright.recordings.RecordingInProgressException;
import org.callwright.recordings.Recordings;

/**
 * What a closed account gives up: numbers, clients, applications, notifications and recordings with their audio. What
 * was called and said stays on record. A recording that is still being made stays too, as its call goes on.
 */
@ApplicationScoped
public class AccountClosing {

    private static final int BATCH = 500;

    private final DirectoryStore directory;
    private final NumberDirectory routes;
    private final RecordArchive archive;
    private final Recordings recordings;

    /** For the container's proxy. */
    protected AccountClosing() {
        this(null, null, null, null);
    }

    @Inject
    public AccountClosing(
            DirectoryStore directory, NumberDirectory routes, RecordArchive archive, Recordings recordings) {
        this.directory = directory;
        this.routes = routes;
        this.archive = archive;
        this.recordings = recordings;
    }

    void release(AccountSid account) {
        directory.removeAllOf(account);
        routes.forgetCached();
        archive.removeNotifications(account);
        List<RecordingRecord> batch;
        do {
            batch = archive.recordings(RecordFilter.of(account), PageRequest.first(BATCH)).rows();
            batch.forEach(this::remove);
        } while (batch.size() == BATCH);
    }

    private void remove(RecordingRecord recording) {
        try {
            recordings.remove(recording);
        } catch (RecordingInProgressException e) {
            throw new IllegalStateException("lists hold recordings that have ended", e);
        }
    }
}
