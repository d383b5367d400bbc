package org.callwright.media.mgcp.message;

import java.util.List;
import java.util.Optional;

/**
 * A response (RFC 3435, 3.3), or the acknowledgement of one (code 000).
 *
 * @param comment for people; may be empty
 */
public record MgcpResponse(
        int code,
        int transactionId,
        String comment,
        Parameters parameters,
        List<String> descriptions) implements MgcpMessage {

    public MgcpResponse {
        descriptions = List.copyOf(descriptions);
    }

    /** A response that gets its transaction id from the transaction it is given to. */
    public static MgcpResponse of(int code) {
        return of(code, "");
    }

    /** A response that gets its transaction id from the transaction it is given to. */
    public static MgcpResponse of(int code, String comment) {
        return new MgcpResponse(code, 0, comment, Parameters.NONE, List.of());
    }

    public MgcpResponse withTransactionId(int id) {
        return new MgcpResponse(code, id, comment, parameters, descriptions);
    }

    public MgcpResponse with(String name, String value) {
        return new MgcpResponse(code, transactionId, comment, parameters.with(name, value), descriptions);
    }

    public MgcpResponse withDescription(String description) {
        return new MgcpResponse(code, transactionId, comment, parameters, List.of(description));
    }

    /** The first session description. */
    public Optional<String> description() {
        return descriptions.stream().findFirst();
    }

    /** Whether the final response is still to come. */
    public boolean provisional() {
        return code >= 100 && code < 200;
    }

    public boolean success() {
        return code >= 200 && code < 300;
    }

    /** Whether it acknowledges a response instead of being one. */
    public boolean acknowledgement() {
        return code == ReturnCode.ACKNOWLEDGEMENT;
    }
}
