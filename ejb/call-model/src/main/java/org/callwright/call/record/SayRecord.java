package org.callwright.call.record;

import java.time.Duration;
import java.time.Instant;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.SaySid;

/**
 * One executed Say.
 *
 * @param completed false: it failed, and the reason says why (a 23xx code and text)
 * @param duration audio that was really played
 * @param loop repetitions that were asked for
 */
public record SayRecord(
        SaySid sid,
        AccountSid account,
        CallSid call,
        Instant created,
        boolean completed,
        String reason,
        Duration duration,
        int characterCount,
        String provider,
        String language,
        String voice,
        int loop) {
}
