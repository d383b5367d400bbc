package org.callwright.http;

import java.io.IOException;

/** A body is larger than its cap. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long maxBytes) {
        super("the answer is larger than " + maxBytes + " bytes");
    }
}
