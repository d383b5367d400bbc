package org.callwright.phone;

/** Something that the script waited for did not come, or a message could not be sent; tells the last messages seen. */
public class PhoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PhoneException(String message) {
        super(message);
    }

    public PhoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
