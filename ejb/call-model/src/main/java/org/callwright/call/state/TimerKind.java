package org.callwright.call.state;

/** What a timer is for; at most one of each kind runs. */
public enum TimerKind {
    /** The longest time that a call may take. */
    CALL_LENGTH,
    /** From our INVITE to giving up; of a callee who is asked whether he takes the call, from his answer too. */
    RING,
    /** The running verb's. */
    VERB,
    /** The longest time that the end of a call may take. */
    GUARD,
    /** The longest time that media may take to tell who answered. */
    DETECTION
}
