package org.callwright.media.spi;

import java.time.Duration;

/**
 * How playing ended.
 *
 * @param played audio that was sent, all repetitions together
 * @param detail for the log; empty unless the reason is {@link Reason#FAILED}
 */
public record PlayResult(Reason reason, Duration played, String detail) {

    /** Why playing ended. */
    public enum Reason {
        /** The audio came to its end. */
        COMPLETED,
        /** {@link Player#stop} or the session's release. */
        STOPPED,
        /** A file could not be read or is none that is played. */
        FAILED
    }
}
