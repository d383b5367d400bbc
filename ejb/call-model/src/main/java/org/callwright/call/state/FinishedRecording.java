package org.callwright.call.state;

import java.time.Duration;
import org.callwright.call.value.RecordingSid;

/** A recording that was completed. */
public record FinishedRecording(RecordingSid sid, Duration length) {
}
