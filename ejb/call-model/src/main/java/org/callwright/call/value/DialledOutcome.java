package org.callwright.call.value;

import java.time.Duration;
import java.util.Optional;

/**
 * How a call ended that another call dialled.
 *
 * @param placed whether there was such a call at all
 * @param status a terminal one
 * @param rang how long it rang
 * @param talked from the answer to the end; zero when it was not answered
 * @param sipStatus the final SIP status of a call that the callee refused
 */
public record DialledOutcome(
        boolean placed, CallStatus status, Duration rang, Duration talked, Optional<Integer> sipStatus) {

    /** The call could not be placed. */
    public static final DialledOutcome NOT_PLACED =
            new DialledOutcome(false, CallStatus.FAILED, Duration.ZERO, Duration.ZERO, Optional.empty());
}
