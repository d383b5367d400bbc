package org.callwright.bootstrap;

/** The server can't start with what the operator gave; the message says where it is wrong. Holds no secret. */
public class BootstrapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param path where in the file, such as {@code accounts[0].numbers[1].voiceUrl} */
    public BootstrapException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
    }

    public BootstrapException(String message, Throwable cause) {
        super(message, cause);
    }
}
