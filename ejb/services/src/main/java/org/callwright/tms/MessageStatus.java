package org.callwright.tms;

import java.util.Locale;

/** Where a message stands. */
public enum MessageStatus {
    /** Its list of recipients is being built. */
    NEW,
    /** Built; nobody was called yet. */
    QUEUED,
    /** Somebody was called. */
    SENDING,
    /** No recipient is new or being called any more. */
    COMPLETED;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
