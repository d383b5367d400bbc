package org.callwright.call.record;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;

/**
 * What the callee made of a flow; the call record says the rest. There is one for a call at most, and none as long as
 * there is nothing to say.
 *
 * @param unheard whether nothing could be spoken to the callee
 * @param lastKey the last key that counted
 * @param reason why nothing could be spoken, in words that may be shown to the account; empty otherwise
 */
public record MessageRecord(
        CallSid call,
        AccountSid account,
        Instant updated,
        boolean unheard,
        Optional<String> lastKey,
        String reason) {

    /** Nothing went wrong, or there is no word for it. */
    public MessageRecord(CallSid call, AccountSid account, Instant updated, boolean unheard,
            Optional<String> lastKey) {
        this(call, account, updated, unheard, lastKey, "");
    }

    /** Without the key: it may be a secret. */
    @Override
    public String toString() {
        return "MessageRecord[" + call + ", unheard=" + unheard + "]";
    }
}
