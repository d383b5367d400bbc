package org.callwright.call.rcml;

/**
 * Something in a document that was put right or left out. Each becomes a notification.
 *
 * @param log 0 error, 1 warning
 * @param code notification code
 */
public record RcmlWarning(int log, int code, String message) {

    /** What this server does not run: a verb, a nesting, an option. */
    public static final int UNSUPPORTED = 12200;

    static RcmlWarning warning(int code, String message) {
        return new RcmlWarning(1, code, message);
    }

    static RcmlWarning error(int code, String message) {
        return new RcmlWarning(0, code, message);
    }
}
