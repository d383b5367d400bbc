package org.callwright.telesign;

import java.time.Duration;
import java.util.Optional;

/** A request is refused; the message is safe to show. */
public class TelesignException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TelesignError error;
    private final transient Duration retryAfter;

    public TelesignException(TelesignError error) {
        this(error, error.description());
    }

    public TelesignException(TelesignError error, String description) {
        this(error, description, null);
    }

    private TelesignException(TelesignError error, String description, Duration retryAfter) {
        super(description, null, false, false);
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /** A refusal that is over after this time. */
    public static TelesignException until(TelesignError error, Duration retryAfter) {
        return new TelesignException(error, error.description(), retryAfter);
    }

    public TelesignError error() {
        return error;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
