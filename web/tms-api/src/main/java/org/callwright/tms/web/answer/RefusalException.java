package org.callwright.tms.web.answer;

import java.time.Duration;
import java.util.Optional;

/** A request is refused; the text goes to the client as it is. */
public class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<Duration> wait;

    private RefusalException(int status, String text, Optional<Duration> wait, Throwable cause) {
        super(text, cause);
        this.status = status;
        this.wait = wait;
    }

    private RefusalException(int status, String text) {
        this(status, text, Optional.empty(), null);
    }

    /** No token, or one that is nobody's. */
    public static RefusalException badToken() {
        return new RefusalException(401, "Invalid authentication token");
    }

    /** There is no such thing, or it is somebody else's. */
    public static RefusalException notFound() {
        return new RefusalException(404, "Not Found");
    }

    /** The body is not what its type says. */
    public static RefusalException malformed(Throwable cause) {
        return new RefusalException(
                400, "Something went wrong parsing your request JSON", Optional.empty(), cause);
    }

    public static RefusalException malformedForm(Throwable cause) {
        return new RefusalException(400, "Something went wrong parsing your request", Optional.empty(), cause);
    }

    public static RefusalException tooLarge() {
        return new RefusalException(413, "Request Entity Too Large");
    }

    /** The body is neither JSON nor a form. */
    public static RefusalException unsupported() {
        return new RefusalException(415, "Unsupported Media Type");
    }

    /** Too many requests, or too many wrong tokens. */
    public static RefusalException tooMany(Duration wait) {
        return new RefusalException(429, "Too Many Requests", Optional.of(wait), null);
    }

    int status() {
        return status;
    }

    /** Whole seconds, rounded up, at least one: the value of {@code Retry-After}. */
    Optional<Long> retryAfter() {
        return wait.map(RefusalException::seconds);
    }

    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
