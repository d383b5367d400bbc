package org.callwright.tms;

import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;

/** One call to a recipient; its SID is written down before the call is placed. */
public record Attempt(long recipient, long message, AccountSid account, CallSid call) {
}
