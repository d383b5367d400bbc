package org.callwright.call.value;

import java.time.Duration;

/** How a recording ended: reason, length of audio in the file, whether any sound was heard, and a failure's detail. */
public record RecordingOutcome(Reason reason, Duration length, boolean soundHeard, String detail) {

    /** Why a recording ended. */
    public enum Reason { STOPPED, MAX_LENGTH, SILENCE, FAILED }
}
