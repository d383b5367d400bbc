package org.callwright.call.record;

import java.util.Optional;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingVerdict;

/**
 * What a call answers to somebody who wants a recording of it started or stopped.
 *
 * @param row as it is now, when there is a recording that the answer is about
 */
public record RecordingAnswer(RecordingSid recording, RecordingVerdict verdict, Optional<RecordingRecord> row) {

    /** An answer about nothing that exists. */
    public static RecordingAnswer none(RecordingSid recording, RecordingVerdict verdict) {
        return new RecordingAnswer(recording, verdict, Optional.empty());
    }
}
