package org.callwright.call.value;

import java.time.Duration;
import java.util.Optional;

/**
 * A recording that an application wants of a call while the call's program goes on.
 *
 * @param callback told once, when the recording is final
 * @param maxLength longest length; as long as the call lasts when empty
 */
public record RecordingOrder(Optional<WebTarget> callback, Optional<Duration> maxLength) {
}
