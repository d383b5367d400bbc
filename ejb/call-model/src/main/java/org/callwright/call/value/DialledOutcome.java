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
 * @param answer what he said besides, if he said anything
 */
public record DialledOutcome(
        boolean placed, CallStatus status, Duration rang, Duration talked, Optional<Integer> sipStatus,
        Optional<SipAnswer> answer) {

    /** The call could not be placed. */
    public static final DialledOutcome NOT_PLACED =
            new DialledOutcome(false, CallStatus.FAILED, Duration.ZERO, Duration.ZERO, Optional.empty());

    /** Of a callee who said nothing. */
    public DialledOutcome(
            boolean placed, CallStatus status, Duration rang, Duration talked, Optional<Integer> sipStatus) {
        this(placed, status, rang, talked, sipStatus, Optional.empty());
    }

    /** The same with another status and length of the talk. */
    public DialledOutcome as(CallStatus other, Duration otherTalked) {
        return new DialledOutcome(placed, other, rang, otherTalked, sipStatus, answer);
    }
}
