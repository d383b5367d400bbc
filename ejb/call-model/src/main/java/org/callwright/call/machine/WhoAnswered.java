package org.callwright.call.machine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebTarget;
import org.callwright.call.verb.VerbSignal;

/**
 * Has media listen whether a person or a machine answered. It runs beside the program and always comes to a result:
 * media's; or unknown, when media tells none in time, or the call's end lets nobody tell it. The result goes into the
 * call record, to a callback of its own if one was ordered, and to the program if that waits for it. Both record and
 * callback are written down with unknown when it begins, for the case that the server dies.
 */
record WhoAnswered(Step step) {

    /** What media gets on top of the detection's own time-out. */
    static final Duration GUARD = Duration.ofSeconds(5);

    /** Carries out an application's order: it is asked now, or only when there is a result. */
    void ordered(DetectionOrder order) {
        long operation = listen(order.detection(), order.callback().filter(callback -> !order.waits()));
        if (order.waits()) {
            step.set(new Program.Detecting(operation));
        }
    }

    /** Begins to listen. Returns the operation's number. */
    long listen(MachineDetection detection, Optional<WebTarget> callback) {
        Operation.Detection operation = new Operations(step).detect(detection, callback);
        step.set(step.leg().progress().answeredBy(AnsweredBy.UNKNOWN));
        step.saveCall();
        callback.ifPresent(target -> new Telling(step).hold(target, AnsweredBy.UNKNOWN, Duration.ZERO));
        step.startTimer(TimerKind.DETECTION, detection.timeout().plus(GUARD));
        return operation.number();
    }

    /** Media has the result. */
    void detected(CallEvent.MachineDetected event) {
        new Operations(step).ended(event).ifPresent(operation -> note(operation, event.answeredBy(), event.after()));
    }

    /** Media has told nothing in time. */
    void guard() {
        new Operations(step).abandonDetection().ifPresent(operation ->
                note(operation, AnsweredBy.UNKNOWN, Duration.ZERO));
    }

    /** The result is there, whatever the call is doing by now. */
    void note(Operation.Detection operation, AnsweredBy who, Duration after) {
        step.stopTimer(TimerKind.DETECTION);
        step.set(step.leg().progress().answeredBy(who));
        operation.callback().ifPresent(target -> new Telling(step).of(target, who, after));
        if (step.leg().progress().ended().isPresent()) {
            return;
        }
        step.saveCall();
        if (step.program() instanceof Program.Detecting waiting && waiting.operation() == operation.number()) {
            step.leg().facts().voice().ifPresent(voice -> new Documents(step).initial(voice, List.of(
                    new Parameter(Telling.DETECTION_DURATION, Long.toString(after.toMillis())))));
        } else {
            Flowing.signal(step, new VerbSignal.MachineDetected(operation.number(), who));
        }
    }
}
