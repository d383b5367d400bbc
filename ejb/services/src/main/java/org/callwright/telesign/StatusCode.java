package org.callwright.telesign;

import java.util.stream.Stream;

/** Where a transaction stands. */
public enum StatusCode {
    ANSWERED(100, "Call answered"),
    NOT_ANSWERED(101, "Not answered"),
    IN_PROGRESS(103, "Call in progress"),
    WRONG_NUMBER(104, "Wrong/invalid phone number"),
    FAILED(106, "Call failed"),
    BUSY(107, "Line busy"),
    CANCELED(108, "Call canceled by TeleSign"),
    BLOCKED_BY_CUSTOMER(129, "Call blocked by your request"),
    BLOCKED_BY_PLATFORM(130, "Call blocked by TeleSign");

    private final int code;
    private final String description;

    StatusCode(int code, String description) {
        this.code = code;
        this.description = description;
    }

    public int code() {
        return code;
    }

    public String description() {
        return description;
    }

    /** Whether nothing will change any more. */
    public boolean last() {
        return this != IN_PROGRESS;
    }

    /** @throws IllegalArgumentException when there is no such code */
    public static StatusCode of(int code) {
        return Stream.of(values()).filter(status -> status.code == code).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status: " + code));
    }
}
