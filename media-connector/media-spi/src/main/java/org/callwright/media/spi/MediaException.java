package org.callwright.media.spi;

/** A refusal of the media server that the caller is expected to handle; {@link #failure} says which. */
public class MediaException extends Exception {

    private static final long serialVersionUID = 1L;

    private final MediaFailure failure;

    public MediaException(MediaFailure failure, String message) {
        this(failure, message, null);
    }

    public MediaException(MediaFailure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    public MediaFailure failure() {
        return failure;
    }
}
