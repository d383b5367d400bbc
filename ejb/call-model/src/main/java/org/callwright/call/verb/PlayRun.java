package org.callwright.call.verb;

import org.callwright.call.rcml.Verb;

/** Play: playing until it ends. What can't be fetched ends the call; a file that can't be played is passed by. */
public record PlayRun(long operation) implements VerbRun {

    static void start(Verb.Play play, VerbContext call) {
        call.resolve(play.url()).ifPresentOrElse(
                url -> call.become(new PlayRun(call.play(url, play.loop()))),
                () -> PromptFailure.audio(PromptFailure.PLAY, "not a URL: " + play.url(), call));
    }

    @Override
    public void on(VerbSignal signal, VerbContext call) {
        if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (!over.failed() || PromptFailure.passedBy(PromptFailure.PLAY, over.outcome(), call)) {
                call.next();
            }
        }
    }
}
