package org.callwright.media.mgcp.gateway;

import java.util.concurrent.CompletionException;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.spi.MediaException;

/** A command is not executed; the message goes on the wire. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A parameter that can't be read. */
    static Refusal of(MgcpSyntaxException cause) {
        return new Refusal(ReturnCode.PROTOCOL_ERROR, cause.getMessage());
    }

    /** What the media driver refuses. */
    static Refusal of(Throwable cause) {
        if (cause instanceof CompletionException && cause.getCause() != null) {
            return of(cause.getCause());
        }
        if (!(cause instanceof MediaException refused)) {
            return new Refusal(ReturnCode.TRANSIENT_ERROR, "the media engine failed");
        }
        switch (refused.failure()) {
            case SDP_MALFORMED:
                return new Refusal(ReturnCode.DESCRIPTOR_ERROR, refused.getMessage());
            case SDP_NOT_ACCEPTABLE:
                return new Refusal(ReturnCode.UNSUPPORTED_DESCRIPTOR, refused.getMessage());
            case RESOURCE_UNAVAILABLE:
                return new Refusal(ReturnCode.NO_RESOURCES, refused.getMessage());
            case RELEASED:
                return new Refusal(ReturnCode.UNKNOWN_ENDPOINT, refused.getMessage());
            default:
                return new Refusal(ReturnCode.TRANSIENT_ERROR, refused.getMessage());
        }
    }

    MgcpResponse response() {
        return MgcpResponse.of(code, getMessage());
    }
}
