package org.callwright.call.rcml;

/**
 * A document that can't be run. The caller tells the application's owner by a notification with this code, then goes
 * on as the rules for failed documents say. The message may be shown to the owner.
 */
public final class RcmlRefusal extends Exception {

    /** The text is no well-formed XML, too large, or has a DTD or entities. */
    public static final int UNREADABLE = 12100;
    /** The content type is none that a call can run. */
    public static final int CONTENT_TYPE = 12300;

    private static final long serialVersionUID = 1L;

    private final int code;

    public RcmlRefusal(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
