package org.callwright.call.verb;

import org.callwright.call.value.PromptOutcome;

/** A prompt that the caller can't hear ends the call: the rest of the document makes no sense to him. */
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

    static void audio(int code, String detail, VerbContext call) {
        call.error(code, "Play failed: " + detail);
        call.hangUp("Play failed");
    }
}
