package org.callwright.call.value;

/** Why an application could not be asked; {@link #notificationCode} is the code of the notification about it. */
public enum FetchFailure {
    /** No usable URL, or a scheme or port that is not allowed. */
    INVALID_URL(11100),
    /** The address is internal and not on the allow list. */
    ADDRESS_REFUSED(11100),
    /** Name not found, connection refused or broken. */
    IO(11205),
    /** Connect, read or total time ran out. */
    TIMEOUT(11205),
    /** The answer was no HTTP, redirected too often or without a target. */
    PROTOCOL(11206),
    /** The body is larger than allowed. */
    TOO_LARGE(11206),
    /** Too many requests to this destination are under way. */
    BUDGET_EXHAUSTED(11205);

    private final int notificationCode;

    FetchFailure(int notificationCode) {
        this.notificationCode = notificationCode;
    }

    public int notificationCode() {
        return notificationCode;
    }
}
