package org.callwright.call.value;

import java.util.List;

/**
 * What applications are told of the final answer to an INVITE.
 *
 * @param callId the dialog's Call-ID
 * @param headers the answer's {@code X-…} headers
 */
public record SipAnswer(String callId, List<Parameter> headers) {

    public SipAnswer {
        headers = List.copyOf(headers);
    }
}
