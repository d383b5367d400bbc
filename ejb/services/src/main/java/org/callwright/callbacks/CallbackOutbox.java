package org.callwright.callbacks;

import java.time.Instant;
import java.util.List;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.CallbackSid;

/** Callbacks that were not delivered yet. Calls put them in by the record store; several servers may empty it. */
public interface CallbackOutbox {

    /**
     * A callback whose time has come.
     *
     * @param attempts that failed so far
     * @param nextAttempt when it is due; whoever claims it must have seen this time
     */
    record Due(CallbackRecord callback, int attempts, Instant nextAttempt) {
    }

    /** Of each call the first that waits, if it is due; the longest waiting first. */
    List<Due> due(Instant now, int most);

    /** Takes it for oneself until then; false when another server was faster. */
    boolean claim(Due due, Instant until);

    /** It has arrived, and leaves the outbox. */
    void delivered(CallbackSid sid);

    /** It has not arrived and is due again at that time; those behind it wait. */
    void failed(CallbackSid sid, Instant again, String failure);

    /** It never arrives: it stays, marked as dead, and those behind it go on. */
    void giveUp(CallbackSid sid, String failure);
}
