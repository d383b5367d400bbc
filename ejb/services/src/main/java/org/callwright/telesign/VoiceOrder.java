package org.callwright.telesign;

import java.net.URI;
import java.util.Optional;
import org.callwright.call.program.VoiceMessage;

/**
 * A call that a customer asks for, checked.
 *
 * @param message without limits of its own
 * @param callerId as the customer wrote it
 */
public record VoiceOrder(
        Callee callee,
        VoiceMessage message,
        MessageType messageType,
        Optional<String> callerId,
        Optional<URI> callbackUrl,
        Optional<String> externalId,
        Optional<String> lifecycleEvent,
        Optional<String> originatingIp) {

    /** Without number and texts. */
    @Override
    public String toString() {
        return "VoiceOrder[" + messageType + "]";
    }
}
