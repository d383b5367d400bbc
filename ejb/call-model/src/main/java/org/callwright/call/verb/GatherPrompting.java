package org.callwright.call.verb;

import java.time.Duration;
import java.util.List;
import org.callwright.call.rcml.Verb;
import org.callwright.call.value.PromptOutcome;

/**
 * Gather while its prompts run.
 *
 * @param waiting prompts after this one
 * @param operation of this prompt; {@link #PAUSE} during a Pause
 */
public record GatherPrompting(Verb.Gather rules, List<Verb.Audible> waiting, long operation) implements GatherRun {

    static final long PAUSE = -1;

    public GatherPrompting {
        waiting = List.copyOf(waiting);
    }

    static void promptNext(Verb.Gather rules, List<Verb.Audible> prompts, VerbContext call) {
        if (prompts.isEmpty()) {
            GatherCollecting.begin(rules, call);
            return;
        }
        List<Verb.Audible> after = prompts.subList(1, prompts.size());
        Verb.Audible prompt = prompts.get(0);
        if (prompt instanceof Verb.Say say) {
            call.become(new GatherPrompting(rules, after, call.speak(say)));
        } else if (prompt instanceof Verb.Play play) {
            call.resolve(play.url()).ifPresentOrElse(
                    url -> call.become(new GatherPrompting(rules, after, call.play(url, play.loop()))),
                    () -> PromptFailure.audio(PromptFailure.PLAY_IN_GATHER, "not a URL: " + play.url(), call));
        } else if (prompt instanceof Verb.Pause pause) {
            call.startTimer(Duration.ofSeconds(pause.length()));
            call.become(new GatherPrompting(rules, after, PAUSE));
        }
    }

    @Override
    public void on(VerbSignal signal, VerbContext call) {
        if (signal instanceof VerbSignal.Key key) {
            pressed(key.key(), call);
        } else if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            promptOver(over, call);
        } else if (signal instanceof VerbSignal.TimeUp && operation == PAUSE) {
            promptNext(rules, waiting, call);
        }
    }

    private void pressed(char key, VerbContext call) {
        boolean finish = rules.finishOnKey().contains(key);
        if (!finish && !rules.startInputKey().contains(key)) {
            return;
        }
        if (operation == PAUSE) {
            call.stopTimer();
        } else {
            call.stopPrompt(operation);
        }
        if (finish) {
            GatherRun.complete(rules, "", call);
        } else {
            new GatherCollecting(rules, "").collect(key, call);
        }
    }

    private void promptOver(VerbSignal.PromptOver over, VerbContext call) {
        PromptOutcome outcome = over.outcome();
        if (outcome.result() != PromptOutcome.Result.FAILED) {
            promptNext(rules, waiting, call);
        } else if (over.speech()) {
            PromptFailure.speech(outcome, call);
        } else if (PromptFailure.passedBy(PromptFailure.PLAY_IN_GATHER, outcome, call)) {
            promptNext(rules, waiting, call);
        }
    }
}
