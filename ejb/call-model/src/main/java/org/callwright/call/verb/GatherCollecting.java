package org.callwright.call.verb;

import java.time.Duration;
import org.callwright.call.rcml.Verb;

/** Gather while it waits for keys, with those that have come. */
public record GatherCollecting(Verb.Gather rules, String digits) implements GatherRun {

    /** An input without a limit of its own is complete with so many keys. */
    static final int MAX_DIGITS = 1_000;

    static void begin(Verb.Gather rules, VerbContext call) {
        call.startTimer(Duration.ofSeconds(rules.preTimeout()));
        call.become(new GatherCollecting(rules, ""));
    }

    @Override
    public void on(VerbSignal signal, VerbContext call) {
        if (signal instanceof VerbSignal.TimeUp) {
            GatherRun.complete(rules, digits, call);
        } else if (signal instanceof VerbSignal.Key key) {
            if (rules.finishOnKey().contains(key.key())) {
                GatherRun.complete(rules, digits, call);
            } else if (!digits.isEmpty() || rules.startInputKey().contains(key.key())) {
                collect(key.key(), call);
            }
        }
    }

    void collect(char key, VerbContext call) {
        String longer = digits + key;
        if (longer.length() >= Math.min(rules.numDigits().orElse(MAX_DIGITS), MAX_DIGITS)) {
            GatherRun.complete(rules, longer, call);
        } else {
            call.startTimer(Duration.ofSeconds(rules.postTimeout()));
            call.become(new GatherCollecting(rules, longer));
        }
    }

    /** Without the digits: they may be a secret. */
    @Override
    public String toString() {
        return "GatherCollecting[" + digits.length() + " digits]";
    }
}
