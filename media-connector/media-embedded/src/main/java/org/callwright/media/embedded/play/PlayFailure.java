package org.callwright.media.embedded.play;

/** Audio can't be played; the message is for the log. */
final class PlayFailure extends Exception {

    private static final long serialVersionUID = 1L;

    PlayFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
