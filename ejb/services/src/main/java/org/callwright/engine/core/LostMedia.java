package org.callwright.engine.core;

import java.time.Duration;
import org.callwright.call.CallEvent;
import org.callwright.call.state.Operation;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.engine.port.RecordingRescue;

/** The ends that media can't tell any more of operations which ran when the server died. */
final class LostMedia {

    private static final String DETAIL = "node lost";
    private static final int PROMPT_LOST = 2300;

    private LostMedia() {
    }

    static CallEvent end(CallSid leg, Operation operation, RecordingRescue rescue) {
        if (operation instanceof Operation.Recording recording) {
            Duration saved = rescue.repair(recording.sid());
            return new CallEvent.RecordingEnded(leg, operation.number(), new RecordingOutcome(
                    saved.isZero() ? RecordingOutcome.Reason.FAILED : RecordingOutcome.Reason.STOPPED, saved, true,
                    DETAIL));
        }
        if (operation instanceof Operation.Detection) {
            return new CallEvent.MachineDetected(leg, operation.number(), AnsweredBy.UNKNOWN, Duration.ZERO);
        }
        return new CallEvent.PromptEnded(leg, operation.number(), new PromptOutcome(
                PromptOutcome.Result.FAILED, Duration.ZERO, "", "", "", PROMPT_LOST, DETAIL));
    }
}
