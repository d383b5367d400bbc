package org.callwright.call.verb;

import java.util.List;
import org.callwright.call.rcml.Verb;
import org.callwright.call.value.Parameter;

/**
 * Gather: first the prompts, then the wait for keys. A key that begins an input ends the prompts; the time for the
 * first key runs from the end of the prompts, that for each further one from the key before it.
 */
public sealed interface GatherRun extends VerbRun permits GatherPrompting, GatherCollecting {

    static void start(Verb.Gather gather, VerbContext call) {
        Verb.Gather rules = new Verb.Gather(gather.action(), gather.method(), gather.preTimeout(), gather.postTimeout(),
                gather.finishOnKey(), gather.numDigits(), gather.startInputKey(), gather.actionOnEmptyResult(),
                List.of());
        GatherPrompting.promptNext(rules, gather.prompts(), call);
    }

    /** The input is complete: the action is asked with it, or the next verb runs when there is none. */
    static void complete(Verb.Gather rules, String digits, VerbContext call) {
        call.stopTimer();
        if (digits.isEmpty() && !rules.actionOnEmptyResult()) {
            call.next();
        } else {
            Action.request(rules.action(), rules.method(), List.of(new Parameter("Digits", digits)), call);
        }
    }
}
