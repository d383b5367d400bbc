package org.callwright.media.mgcp.message;

/** A parameter's value does not follow its grammar; the message says what is wrong with it and may go on the wire. */
public class MgcpSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    public MgcpSyntaxException(String message) {
        super(message);
    }
}
