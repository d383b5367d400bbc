package org.callwright.call.codec;

/** Bytes that are no session of this format: of another version, damaged, or with a tag that nobody knows. */
public final class SessionCodecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionCodecException(String message) {
        super(message);
    }

    SessionCodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
