package org.callwright.call.verb;

import java.util.Optional;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.DialledOutcome;
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

    /** The callee of a Dial rings. */
    record CalleeRings(CallSid dialled) implements VerbSignal {
    }

    /** There is something to be heard of the callee of a Dial, though he has not answered. */
    record CalleeHeard(CallSid dialled) implements VerbSignal {
    }

    /** The callee of a Dial has answered. */
    record CalleeAnswered(CallSid dialled) implements VerbSignal {
    }

    /** The call that a Dial placed is over; or goes on without the caller, when it {@code left}. */
    record CalleeOver(CallSid dialled, DialledOutcome outcome, boolean left) implements VerbSignal {
    }

    /** Caller and callee hear each other; or not, for the reason that is not empty. */
    record Joined(CallSid dialled, Optional<String> failure) implements VerbSignal {
    }
}
