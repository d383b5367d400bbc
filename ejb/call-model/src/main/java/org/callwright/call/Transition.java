package org.callwright.call;

import java.util.List;

/** What an event led to: the next session, stored before the effects are carried out in their order. */
public record Transition(CallSession next, List<Effect> effects) {

    public Transition {
        effects = List.copyOf(effects);
    }

    /** Nothing changes. */
    public static Transition none(CallSession session) {
        return new Transition(session, List.of());
    }
}
