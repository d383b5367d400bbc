package org.callwright.call.verb;

import org.callwright.call.rcml.Verb;

/** Starts verbs. */
public final class Verbs {

    private Verbs() {
    }

    /** Whether a verb at the start of a document runs while the call is still ringing. */
    public static boolean runsUnanswered(Verb verb) {
        return verb instanceof Verb.Reject || verb instanceof Verb.Pause;
    }

    public static void start(Verb verb, VerbContext call) {
        if (verb instanceof Verb.Say say) {
            SayRun.start(say, call);
        } else if (verb instanceof Verb.Play play) {
            PlayRun.start(play, call);
        } else if (verb instanceof Verb.Pause pause) {
            PauseRun.start(pause, call);
        } else if (verb instanceof Verb.Gather gather) {
            GatherRun.start(gather, call);
        } else if (verb instanceof Verb.Record record) {
            RecordRun.start(record, call);
        } else if (verb instanceof Verb.Dial dial) {
            DialRun.start(dial, call);
        } else if (verb instanceof Verb.Redirect redirect) {
            Action.of(redirect.url(), redirect.method(), call)
                    .ifPresentOrElse(target -> call.request(target, Action.NO_PARAMETERS), () ->
                            Action.invalid(redirect.url(), call));
        } else if (verb instanceof Verb.Reject reject) {
            call.reject(reject.busy() ? 486 : 603, reject.busy() ? "Busy Here" : "Decline");
        } else if (verb instanceof Verb.Hangup) {
            call.hangUp("hung up by the application");
        }
    }
}
