package org.callwright.call.value;

import java.util.List;
import java.util.Optional;

/**
 * What an INVITE from outside says.
 *
 * @param from user part of the From URI (the whole URI when it has none)
 * @param to user part of the request URI
 * @param toHost host of the request URI
 * @param callerName display name of From
 * @param forwardedFrom user part of the first Diversion header
 * @param headers the {@code X-…} and Diversion headers in their order
 * @param sipCallId Call-ID
 * @param source transport address it came from, {@code host:port}
 */
public record InviteFacts(
        String from,
        String to,
        String toHost,
        Optional<String> callerName,
        Optional<String> forwardedFrom,
        List<Parameter> headers,
        String sipCallId,
        String source) {

    public InviteFacts {
        headers = List.copyOf(headers);
    }
}
