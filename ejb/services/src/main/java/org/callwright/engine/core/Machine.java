package org.callwright.engine.core;

import java.time.Instant;
import org.callwright.call.CallEvent;
import org.callwright.call.CallSession;
import org.callwright.call.Transition;

/** The transition function; a seam for tests of what the engine does when it throws. */
@FunctionalInterface
interface Machine {

    Transition on(CallSession session, CallEvent event, Instant at);
}
