package org.callwright.call.value;

/** Status of a call as the API shows it. */
public enum CallStatus {
    QUEUED("queued", false),
    RINGING("ringing", false),
    IN_PROGRESS("in-progress", false),
    COMPLETED("completed", true),
    BUSY("busy", true),
    FAILED("failed", true),
    NO_ANSWER("no-answer", true),
    CANCELED("canceled", true);

    private final String wireName;
    private final boolean terminal;

    CallStatus(String wireName, boolean terminal) {
        this.wireName = wireName;
        this.terminal = terminal;
    }

    public String wireName() {
        return wireName;
    }

    public boolean terminal() {
        return terminal;
    }
}
