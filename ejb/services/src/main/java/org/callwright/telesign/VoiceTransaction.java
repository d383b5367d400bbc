package org.callwright.telesign;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;

/**
 * What was asked for, and where it stands. The texts are not kept.
 *
 * @param reference 32 hexadecimal digits in upper case
 * @param call empty when nobody was called
 * @param number digits with the country's code
 * @param callerId as it was chosen
 * @param callbackUrl told of the final status
 * @param userInput the last key after the message
 */
public record VoiceTransaction(
        String reference,
        String customer,
        AccountSid account,
        Optional<CallSid> call,
        String number,
        MessageType messageType,
        Optional<String> callerId,
        Optional<String> externalId,
        Optional<String> lifecycleEvent,
        Optional<String> originatingIp,
        Optional<URI> callbackUrl,
        Instant submitted,
        Instant updated,
        StatusCode status,
        Optional<String> userInput) {

    /** Without the number and the key. */
    @Override
    public String toString() {
        return "VoiceTransaction[" + reference + ", " + status + "]";
    }
}
