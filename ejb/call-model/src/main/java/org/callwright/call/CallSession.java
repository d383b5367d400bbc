package org.callwright.call;

import java.time.Instant;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;

/** One call and the program that runs on it. */
public record CallSession(CallSid sid, String seed, CallPolicy policy, Instant created) {

    /**
     * A session before its first event.
     *
     * @param seed secret random text from which the session's SIDs are derived; they are public URLs, so never show it
     */
    public static CallSession create(CallSid sid, String seed, CallPolicy policy, Instant at) {
        return new CallSession(sid, seed, policy, at);
    }

    public Transition on(CallEvent event, Instant at) {
        return Transition.none(this);
    }

    /** Whether the session is over and may be dropped. */
    public boolean ended() {
        return false;
    }
}
