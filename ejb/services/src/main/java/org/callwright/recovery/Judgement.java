package org.callwright.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.callwright.call.value.CallSid;

/**
 * A call is dead when its instance does not run it. Of another instance, which can't be asked, it is dead when it is
 * older than calls may get.
 *
 * @param instance this one's id
 * @param running the calls of this instance
 * @param longest that a call may take, with room to end
 */
public record Judgement(String instance, Predicate<CallSid> running, Duration longest, Clock clock)
        implements DeadCalls.Judge {

    @Override
    public boolean dead(CallSid call, Instant created) {
        boolean ours = call.instanceId().equals(instance);
        return !running.test(call) && (ours || created.isBefore(clock.instant().minus(longest)));
    }
}
