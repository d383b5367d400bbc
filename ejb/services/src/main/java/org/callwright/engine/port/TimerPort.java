package org.callwright.engine.port;

import java.time.Duration;
import org.callwright.call.value.CallSid;

/** Timers of calls. A timer that is started anew replaces the one of the same leg and number. */
public interface TimerPort {

    void start(CallSid leg, long timer, Duration delay, Runnable onFire);

    void stop(CallSid leg, long timer);

    /** Stops all timers of the leg. */
    void stopAll(CallSid leg);
}
