package org.callwright.media.mgcp.message;

import java.util.List;
import java.util.Optional;

/** A command (RFC 3435, 3.2). */
public record MgcpCommand(
        Verb verb,
        int transactionId,
        EndpointName endpoint,
        Parameters parameters,
        List<String> descriptions) implements MgcpMessage {

    public MgcpCommand {
        descriptions = List.copyOf(descriptions);
    }

    /** A command without session description, which has its transaction id yet to get. */
    public static MgcpCommand of(Verb verb, EndpointName endpoint, Parameters parameters) {
        return new MgcpCommand(verb, 0, endpoint, parameters, List.of());
    }

    public MgcpCommand withTransactionId(int id) {
        return new MgcpCommand(verb, id, endpoint, parameters, descriptions);
    }

    public MgcpCommand withParameter(String name, String value) {
        return new MgcpCommand(verb, transactionId, endpoint, parameters.with(name, value), descriptions);
    }

    public MgcpCommand withDescription(String description) {
        return new MgcpCommand(verb, transactionId, endpoint, parameters, List.of(description));
    }

    /** The first session description. */
    public Optional<String> description() {
        return descriptions.stream().findFirst();
    }
}
