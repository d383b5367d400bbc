package org.callwright.call.value;

/** What the one who ordered a call can be told of; the ordinal is the event's fixed sequence number. */
public enum ProgressEvent {
    INITIATED("initiated"),
    RINGING("ringing"),
    ANSWERED("answered"),
    /** The call is over, however it ended. */
    COMPLETED("completed");

    private final String wireName;

    ProgressEvent(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
