package org.callwright.cleanup;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.callwright.accounts.Retention;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.recordings.RecordingFiles;
import org.callwright.recordings.Recordings;
import org.callwright.settings.CleanupSettings;

/**
 * One run of the clean-up: account by account, from the recording that ended first, in batches of a transaction each.
 * Nothing is remembered between runs, and every step finds out for itself what is still there. So a run that a crash cut
 * short is finished by the next one, and two at once, on one server or on two, remove what one would have removed.
 *
 * <p>A recording that can't be removed is passed by, and tried again in the next run. Between batches it looks whether
 * it is to stop.
 */
final class Cleanup {

    private static final int ACCOUNTS = 500;

    private final KeptRecordings kept;
    private final Recordings recordings;
    private final RecordingFiles files;
    private final CleanupSettings settings;
    private final Instant now;
    private final BooleanSupplier stop;
    private Tally tally = Tally.NONE;

    Cleanup(KeptRecordings kept, Recordings recordings, RecordingFiles files, CleanupSettings settings, Clock clock,
            BooleanSupplier stop) {
        this.kept = kept;
        this.recordings = recordings;
        this.files = files;
        this.settings = settings;
        this.now = clock.instant();
        this.stop = stop;
    }

    /** What was done so far; also when the run did not come to its end. */
    Tally tally() {
        return tally;
    }

    /** What is past the retention of its account, and what closed accounts still have; or only a count of it. */
    void everywhere() {
        List<Keeper> batch = kept.keepers("", ACCOUNTS);
        while (!batch.isEmpty() && !stop.getAsBoolean()) {
            batch.forEach(keeper -> keeper.limit(new Retention(settings.retentionDays()), now).ifPresent(
                    limit -> clear(keeper.account(), limit, settings.dryRun())));
            batch = kept.keepers(batch.get(batch.size() - 1).account().value(), ACCOUNTS);
        }
    }

    /** All that ended of those of the accounts that are closed, dry run or not: somebody asked for it. */
    void closed(Collection<AccountSid> accounts) {
        kept.keepers(accounts).stream()
                .filter(Keeper::closed)
                .forEach(keeper -> clear(keeper.account(), now, false));
    }

    private void clear(AccountSid account, Instant before, boolean dry) {
        Optional<RecordingRecord> last = Optional.empty();
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            List<RecordingRecord> batch = kept.ended(account, before, last, settings.batch());
            if (!batch.isEmpty()) {
                tally = tally.plus(dry ? weighed(batch) : Tally.of(batch.size(), recordings.removeAll(batch)));
                last = Optional.of(batch.get(batch.size() - 1));
            }
            more = batch.size() == settings.batch();
        }
    }

    private Tally weighed(List<RecordingRecord> batch) {
        long bytes = batch.stream().mapToLong(recording -> files.size(recording.sid())).sum();
        return new Tally(batch.size(), 0, bytes, 0, Optional.empty());
    }
}
