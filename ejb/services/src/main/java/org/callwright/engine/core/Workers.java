package org.callwright.engine.core;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Runs the work of the calls, and knows which of it would begin a call. */
public interface Workers extends Executor {

    /** Runs what begins a call, not before what calls under way wait for. */
    default void begin(Runnable work) {
        execute(work);
    }

    /** How long the call that waits longest to begin has waited; zero when none does. */
    default Duration longestWait() {
        return Duration.ZERO;
    }

    /** Whether there is too little memory for more calls to begin. */
    default boolean shortOfMemory() {
        return false;
    }
}
