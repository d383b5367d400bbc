package org.callwright.call.verb;

import org.callwright.call.value.PromptOutcome;

/**
 * A prompt that the caller can't hear ends the call: the rest of the document makes no sense to him. Only a file that
 * can't be played though its host is well is passed by: nobody should lose a call by a broken file.
 */
final class PromptFailure {

    private static final int SPEECH = 2300;
    static final int PLAY = 13233;
    static final int PLAY_IN_GATHER = 13325;

    private PromptFailure() {
    }

    static void speech(PromptOutcome outcome, VerbContext call) {
        call.error(outcome.code() > 0 ? outcome.code() : SPEECH, "Say failed: " + outcome.reason());
        call.hangUp("Say failed");
    }

    /** Notes what became of a Play; true when the call goes on without it. */
    static boolean passedBy(int code, PromptOutcome outcome, VerbContext call) {
        if (outcome.code() != PromptOutcome.NO_AUDIO) {
            audio(code, outcome.reason(), call);
            return false;
        }
        call.error(code, "Play failed: " + outcome.reason());
        return true;
    }

    static void audio(int code, String detail, VerbContext call) {
        call.error(code, "Play failed: " + detail);
        call.hangUp("Play failed");
    }
}
