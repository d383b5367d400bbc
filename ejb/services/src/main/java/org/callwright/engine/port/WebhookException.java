package org.callwright.engine.port;

import org.callwright.call.value.FetchFailure;

/** An application could not be asked. The message may be shown to the application's owner. */
public class WebhookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FetchFailure failure;

    public WebhookException(FetchFailure failure, String message) {
        this(failure, message, null);
    }

    public WebhookException(FetchFailure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    public FetchFailure failure() {
        return failure;
    }
}
