package org.callwright.engine.core;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.DialledOutcome;

/**
 * Begins the calls that calls dial, and passes on what the two tell each other. Who tells something to a call that is
 * not there hears so, and so none waits for the other in vain.
 */
final class DialledCalls {

    private final Function<CallEvent, Optional<String>> begin;
    private final Predicate<CallSid> runs;
    private final Consumer<CallEvent> events;

    /**
     * @param begin begins a call with its first event; says why when it can't
     * @param runs whether there is such a call
     */
    DialledCalls(Function<CallEvent, Optional<String>> begin, Predicate<CallSid> runs, Consumer<CallEvent> events) {
        this.begin = begin;
        this.runs = runs;
        this.events = events;
    }

    void carryOut(Effect.Dialling effect) {
        if (effect instanceof Effect.PlaceDialled place) {
            begin.apply(new CallEvent.OutboundRequested(place.dialled(), place.call())).ifPresent(refused ->
                    ended(place.leg(), place.dialled()));
        } else if (effect instanceof Effect.Tell tell) {
            tell(tell);
        }
    }

    private void tell(Effect.Tell tell) {
        CallEvent event = tell.event();
        if (runs.test(event.leg())) {
            events.accept(event);
        } else if (event instanceof CallEvent.DiallerGone) {
            ended(tell.leg(), event.leg());
        } else if (event instanceof CallEvent.DialledRings || event instanceof CallEvent.DialledHeard
                || event instanceof CallEvent.DialledAnswered) {
            events.accept(new CallEvent.DiallerGone(tell.leg(), "the call that dialled this one is gone"));
        }
    }

    private void ended(CallSid dialler, CallSid dialled) {
        events.accept(new CallEvent.DialledEnded(dialler, dialled, DialledOutcome.NOT_PLACED));
    }
}
