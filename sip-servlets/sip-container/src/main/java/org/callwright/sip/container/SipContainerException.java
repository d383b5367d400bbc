package org.callwright.sip.container;

/** Root of what the container throws at its embedder; the text is fit for an operator. */
public class SipContainerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SipContainerException(String message) {
        super(message);
    }

    public SipContainerException(String message, Throwable cause) {
        super(message, cause);
    }
}
