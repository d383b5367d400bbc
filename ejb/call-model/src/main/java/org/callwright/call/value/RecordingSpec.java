package org.callwright.call.value;

import java.time.Duration;

/** How to record; see {@code spec} Record verb: beep first, longest length, silence that ends it (zero: never). */
public record RecordingSpec(boolean beep, Duration maxLength, Duration silenceTimeout) {
}
