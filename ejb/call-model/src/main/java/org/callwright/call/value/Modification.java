package org.callwright.call.value;

import java.util.Optional;

/**
 * What an application wants changed on a call that is under way.
 *
 * @param ending whether it is to end; then there is no document
 * @param document to run instead of what runs
 * @param fallback asked when that document can't be had
 * @param statusCallback told of the call's statuses from now on
 */
public record Modification(
        Ending ending, Optional<WebTarget> document, Optional<WebTarget> fallback, Optional<WebTarget> statusCallback) {

    /** How a call is to end. */
    public enum Ending {
        NONE,
        /** Only if it is not answered yet. */
        CANCELED,
        /** Whatever its state. */
        COMPLETED
    }
}
