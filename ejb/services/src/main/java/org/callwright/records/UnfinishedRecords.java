package org.callwright.records;

import java.time.Instant;
import java.util.List;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallbackSid;

/** Rows whose end is not written: of calls that run, and of those whose server died. In the order of their SIDs. */
public interface UnfinishedRecords {

    /**
     * Calls without a final status.
     *
     * @param before created earlier
     * @param after SID behind which the rows begin; empty for the first
     * @param most rows at once
     */
    List<CallRecord> calls(Instant before, String after, int most);

    /** Whether nothing is known but not in sight: while newer rows wait on the disk, nobody can say what is unfinished. */
    boolean complete();

    /** Callbacks that are kept for the end of their call; parameters as above. */
    List<CallbackRecord> heldCallbacks(Instant before, String after, int most);

    /** Whether the callback is still kept. */
    boolean held(CallbackSid sid);

    /** Recordings that are said to be growing; parameters as above. */
    List<RecordingRecord> recordings(Instant before, String after, int most);
}
