package org.callwright.call.verb;

import java.time.Duration;
import org.callwright.call.rcml.Verb;

/** Pause: waiting. */
public record PauseRun() implements VerbRun {

    static void start(Verb.Pause pause, VerbContext call) {
        call.startTimer(Duration.ofSeconds(pause.length()));
        call.become(new PauseRun());
    }

    @Override
    public void on(VerbSignal signal, VerbContext call) {
        if (signal instanceof VerbSignal.TimeUp) {
            call.next();
        }
    }
}
