package org.callwright.tms;

import java.util.Locale;

/** Where a recipient stands; all but the first two are final. */
public enum RecipientStatus {
    NEW,
    /** Called, or to be called again. */
    SENDING,
    SENT,
    FAILED,
    BLACKLISTED,
    CANCELED,
    /** No result within the time limit. */
    INCONCLUSIVE;

    public boolean last() {
        return this != NEW && this != SENDING;
    }

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
