package org.callwright.cleanup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingSid;

/** The rows that the clean-up goes through, in pieces that cost the same however many there are. */
public interface KeptRecordings {

    /**
     * Accounts in the order of their SIDs.
     *
     * @param after SID behind which they begin; empty for the first
     * @param most accounts at once
     */
    List<Keeper> keepers(String after, int most);

    /** Those of these accounts that are there. */
    List<Keeper> keepers(Collection<AccountSid> accounts);

    /**
     * Recordings of the account that have ended, the first to end first.
     *
     * @param before ended earlier
     * @param after the recording behind which they begin
     * @param most recordings at once
     */
    List<RecordingRecord> ended(AccountSid account, Instant before, Optional<RecordingRecord> after, int most);

    /**
     * Completed recordings, which have audio, in the order of their SIDs.
     *
     * @param before ended earlier
     * @param after SID behind which they begin; empty for the first
     * @param most recordings at once
     */
    List<RecordingSid> completed(Instant before, String after, int most);

    /** Those of them that have a row, be it one that still waits to be written. */
    Set<RecordingSid> known(Collection<RecordingSid> sids);
}
