package org.callwright.call.machine;

import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.state.CallFacts;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Modification;
import org.callwright.call.value.WebTarget;

/**
 * Changes a call that is under way. A new document first stops what runs, and is fetched when media has told the end of
 * it, so that nothing of the old one runs into the new one. A call that still rings at the callee gets the document
 * when it is answered.
 */
record Modifying(Step step) {

    void modify(CallEvent.ModifyRequested event) {
        Modification change = event.change();
        CallFacts facts = step.leg().facts();
        if (facts.account().isEmpty()) {
            return;
        }
        change.statusCallback().ifPresent(target -> {
            step.set(facts.with(facts.callbacks().withStatus(target)));
            new Telling(step).hold();
        });
        boolean end = change.ending() == Modification.Ending.COMPLETED
                || change.ending() == Modification.Ending.CANCELED && !step.leg().answered();
        if (end) {
            new Finalising(step).end(CallStatus.CANCELED, Refusal.UNAVAILABLE, "ended by the API");
        } else if (change.ending() == Modification.Ending.NONE) {
            change.document().ifPresent(document -> redirect(document, change.fallback()));
        }
    }

    private void redirect(WebTarget document, Optional<WebTarget> fallback) {
        step.set(step.leg().facts().with(document, fallback));
        new Dialling(step).goAlone();
        Program program = step.program();
        if (program instanceof Program.Calling calling) {
            step.set(new Program.Calling(Optional.empty(), calling.detection()));
        }
        if (program instanceof Program.Resolving || program instanceof Program.Calling) {
            return;
        }
        step.stopTimer(TimerKind.VERB);
        step.set(new Program.Interrupting(document));
        ofTheProgram().forEach(this::stop);
        step.startTimer(TimerKind.VERB, Finalising.MEDIA_GUARD);
        operationEnded();
    }

    private List<Operation> ofTheProgram() {
        return step.session().operations().stream().filter(one -> !one.besideTheProgram()).toList();
    }

    private void stop(Operation operation) {
        step.emit(operation instanceof Operation.Recording
                ? new Effect.StopRecording(step.sid(), operation.number())
                : new Effect.StopPrompt(step.sid(), operation.number()));
    }

    /** Fetches the document when nothing of the old one runs any more. */
    void operationEnded() {
        if (step.program() instanceof Program.Interrupting && ofTheProgram().isEmpty()) {
            goOn();
        }
    }

    /** What has not ended by now does not keep the new document waiting. */
    void goOn() {
        if (step.program() instanceof Program.Interrupting interrupting) {
            step.stopTimer(TimerKind.VERB);
            new Documents(step).initial(interrupting.document());
        }
    }
}
