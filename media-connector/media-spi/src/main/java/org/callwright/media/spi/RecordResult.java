package org.callwright.media.spi;

import java.time.Duration;

/**
 * How a recording ended.
 *
 * @param recorded length of the audio in the file
 * @param soundHeard whether anything above the silence threshold was heard
 * @param detail for the log; empty unless the reason is {@link Reason#FAILED}
 */
public record RecordResult(Reason reason, Duration recorded, boolean soundHeard, String detail) {

    /** Why a recording ended. */
    public enum Reason {
        STOPPED,
        MAX_DURATION,
        SILENCE,
        /** The file could not be written; what was written before stays and is playable. */
        FAILED
    }
}
