package org.callwright.cleanup;

import static org.callwright.cleanup.CleanupLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.callwright.call.value.AccountSid;
import org.callwright.recordings.RecordingFiles;
import org.callwright.recordings.Recordings;
import org.callwright.settings.CleanupSettings;

/**
 * Carries clean-ups out on threads of its own, so that no timer waits for them, and tells the operator what they did. A
 * run that is due while the one before it goes on is left out. Closing ends them behind the batch that they are at.
 */
final class CleanupWork implements AutoCloseable {

    private static final String RECORDINGS = "recordings";

    private final KeptRecordings kept;
    private final Recordings recordings;
    private final RecordingFiles files;
    private final CleanupSettings settings;
    private final Clock clock;
    private final BackgroundRuns runs;

    CleanupWork(KeptRecordings kept, Recordings recordings, RecordingFiles files, CleanupSettings settings, Clock clock,
            ExecutorService threads) {
        this.kept = kept;
        this.recordings = recordings;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.runs = new BackgroundRuns(threads);
    }

    /** Begins a run through all accounts. */
    void everywhere() {
        if (!runs.beginAlone(this::run)) {
            LOG.leftOut(RECORDINGS);
        }
    }

    /** Begins to remove what closed accounts have. */
    void closed(Set<AccountSid> accounts) {
        runs.begin(() -> {
            Cleanup cleanup = cleanup();
            guarded(cleanup, () -> {
                cleanup.closed(accounts);
                Tally tally = cleanup.tally();
                LOG.closedAccounts(accounts.size(), tally.examined(), tally.removed(), tally.bytes(), tally.failed());
            });
        });
    }

    private void run() {
        if (!files.available()) {
            LOG.folderAway();
            return;
        }
        Instant begin = clock.instant();
        Cleanup cleanup = cleanup();
        guarded(cleanup, () -> {
            cleanup.everywhere();
            Strays strays = new Strays(kept, files, settings.batch(), clock, runs::closed);
            tell(cleanup.tally(), strays.filesWithoutRow(), strays.rowsWithoutFile(),
                    Duration.between(begin, clock.instant()).toMillis());
        });
    }

    private Cleanup cleanup() {
        return new Cleanup(kept, recordings, files, settings, clock, runs::closed);
    }

    private void guarded(Cleanup cleanup, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.brokenOff(RECORDINGS, cleanup.tally().removed(), e);
        }
        cleanup.tally().example().ifPresent(failure -> LOG.notRemoved(
                cleanup.tally().failed(), failure.recording().value(), failure.cause()));
    }

    private void tell(Tally tally, Strays.Found strayFiles, Strays.Found strayRows, long millis) {
        if (runs.closed()) {
            LOG.stopped(RECORDINGS, tally.removed());
            return;
        }
        if (strayFiles.count() > 0) {
            LOG.filesWithoutRow(strayFiles.count(), strayFiles.examples());
        }
        if (strayRows.count() > 0) {
            LOG.rowsWithoutFile(strayRows.count(), strayRows.examples());
        }
        if (settings.dryRun()) {
            LOG.dryRun(tally.examined(), tally.bytes(), strayFiles.count(), strayRows.count(), millis);
        } else {
            LOG.cleaned(tally.examined(), tally.removed(), tally.bytes(), tally.failed(), strayFiles.count(),
                    strayRows.count(), millis);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
