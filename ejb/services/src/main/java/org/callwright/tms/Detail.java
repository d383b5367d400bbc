package org.callwright.tms;

import java.util.Locale;

/** What the last attempt came to. */
public enum Detail {
    HUMAN,
    MACHINE,
    BUSY,
    NO_ANSWER,
    COULD_NOT_CONNECT;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
