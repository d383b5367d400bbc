package org.callwright.restcomm.answer;

import java.time.Duration;

/** The client asked too often and is told when to come back. */
public class ThrottledException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    public ThrottledException(ApiError error, String message, Duration wait) {
        super(error, message);
        this.retryAfter = seconds(wait);
    }

    /** Whole seconds, the value of {@code Retry-After}. */
    long retryAfter() {
        return retryAfter;
    }

    /** Whole seconds, rounded up, at least one. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
