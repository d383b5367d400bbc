package org.callwright.call.state;

import java.util.Optional;
import org.callwright.call.value.WebTarget;

/** What a recording that was asked for from outside has besides those of the program: who is told when it is final. */
public record LiveRecording(Optional<WebTarget> callback) {
}
