package org.callwright.media.mgcp.driver;

import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/**
 * A media server did not do it. The message names no machine, since callers of the REST API may read it; the detail
 * does, and is for the log.
 */
final class ServerRefusal extends MediaException {

    private static final long serialVersionUID = 1L;

    private final String detail;
    private final boolean beside;

    ServerRefusal(MediaFailure failure, String message, String detail) {
        this(failure, message, detail, false);
    }

    private ServerRefusal(MediaFailure failure, String message, String detail, boolean beside) {
        super(failure, message);
        this.detail = detail;
        this.beside = beside;
    }

    /** The same of the one server where the other call is: nowhere else would do. */
    ServerRefusal onlyThere() {
        return new ServerRefusal(failure(), "the media server of the call that it belongs to does not take it", detail,
                true);
    }

    String detail() {
        return detail;
    }

    boolean beside() {
        return beside;
    }
}
