package org.callwright.media.mgcp.transaction;

import java.time.Duration;

/** One thread that everything runs on, and its clock. */
public interface Loop {

    /** Runs the work on the loop, behind what was given before. */
    void execute(Runnable work);

    /** Runs the work on the loop after the delay. */
    Cancellable schedule(Duration delay, Runnable work);

    /** Nanoseconds of a clock that only goes forward. */
    long nanoTime();

    /** Work that may be called off. */
    interface Cancellable {

        Cancellable NONE = () -> { };

        void cancel();
    }
}
