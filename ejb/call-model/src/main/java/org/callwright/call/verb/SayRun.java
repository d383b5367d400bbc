package org.callwright.call.verb;

import org.callwright.call.rcml.Verb;

/** Say: speaking until it ends. A text that can't be spoken ends the call. */
public record SayRun(long operation) implements VerbRun {

    static void start(Verb.Say say, VerbContext call) {
        call.become(new SayRun(call.speak(say)));
    }

    @Override
    public void on(VerbSignal signal, VerbContext call) {
        if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (over.failed()) {
                PromptFailure.speech(over.outcome(), call);
            } else {
                call.next();
            }
        }
    }
}
