package org.callwright.media.spi;

import java.time.Duration;

/**
 * How a detection ended.
 *
 * @param after audio that was listened to
 */
public record MachineDetectionResult(Reason reason, AnsweredBy answeredBy, Duration after) {

    /** Why it ended. */
    public enum Reason {
        /** The audio decided, or a time-out of the request. */
        DETECTED,
        /** {@link MachineDetector#stop} or the session's release; who answered is what was known by then. */
        STOPPED
    }
}
