package org.callwright.media.mgcp.transaction;

import java.io.IOException;

/** No response came in time, or the socket was closed before one came. */
public class MgcpTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    public MgcpTimeoutException(String message) {
        super(message);
    }
}
