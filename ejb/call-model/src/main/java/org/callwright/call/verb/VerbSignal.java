package org.callwright.call.verb;

import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordingOutcome;

/** What can happen to a running verb. */
public sealed interface VerbSignal {

    /** A prompt ended; {@code speech} tells a Say from a Play. */
    record PromptOver(long operation, boolean speech, PromptOutcome outcome) implements VerbSignal {

        public boolean failed() {
            return outcome.result() == PromptOutcome.Result.FAILED;
        }
    }

    record RecordingOver(long operation, RecordingOutcome outcome) implements VerbSignal {
    }

    /** It is known who answered. No verb waits for it; flows may. */
    record MachineDetected(long operation, AnsweredBy answeredBy) implements VerbSignal {
    }

    record Key(char key) implements VerbSignal {
    }

    /** The verb's timer ran out. */
    record TimeUp() implements VerbSignal {
    }
}
