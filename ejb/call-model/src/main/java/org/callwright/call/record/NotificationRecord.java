package org.callwright.call.record;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.NotificationSid;
import org.callwright.call.value.WebRequest;

/**
 * Something that the application's owner should know of: an error (log 0), a warning (1) or an information (2).
 *
 * @param code see the notification codes in the documentation
 * @param request the request to the application that it is about
 */
public record NotificationRecord(
        NotificationSid sid,
        AccountSid account,
        CallSid call,
        Instant at,
        int log,
        int code,
        String message,
        Optional<WebRequest> request,
        String responseBody) {
}
