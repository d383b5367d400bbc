package org.callwright.call.record;

import java.time.Instant;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.WebRequest;

/**
 * A request that must arrive, at least once.
 *
 * @param position callbacks of one call are made in the order of these numbers
 */
public record CallbackRecord(
        CallbackSid sid, AccountSid account, CallSid call, Instant created, long position, WebRequest request) {
}
