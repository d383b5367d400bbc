package org.callwright.call.value;

import java.util.List;

/** Whom to tell of which events of a call that was ordered. */
public record ProgressCallback(WebTarget target, List<ProgressEvent> events) {

    public ProgressCallback {
        events = List.copyOf(events);
    }

    /** All events. */
    public ProgressCallback(WebTarget target) {
        this(target, List.of(ProgressEvent.values()));
    }
}
