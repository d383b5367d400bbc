package org.callwright.call.machine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.state.CallLeg;
import org.callwright.call.state.Negotiation;
import org.callwright.call.state.Program;
import org.callwright.call.state.Signalling;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.WebRequest;
import org.callwright.call.verb.DialRun;
import org.callwright.call.verb.RecordRun;
import org.callwright.call.verb.VerbContext;
import org.callwright.call.verb.VerbSignal;

/**
 * The one way in which calls end: signal it, stop the timers, release media, wait until media has told the end of what
 * ran and write the rows; then the call record; then ask the action of a Record or Dial that ran; then forget.
 * A call that it dialled ends with it. A guard timer ends each wait.
 */
record Finalising(Step step) {

    static final Duration MEDIA_GUARD = Duration.ofSeconds(5);
    static final Duration FAREWELL_GUARD = Duration.ofSeconds(30);

    /** Ends the call: completed if it was answered, otherwise with this status. */
    void end(CallStatus unanswered, Refusal refusal, String why) {
        endAs(step.leg().answered() ? CallStatus.COMPLETED : unanswered, refusal, why);
    }

    /** Ends the call with this status, answered or not. */
    void endAs(CallStatus status, Refusal refusal, String why) {
        Optional<Integer> sipStatus = step.leg().signalling() == Signalling.RINGING
                ? Optional.of(refusal.status())
                : Optional.empty();
        endAs(status, sipStatus, refusal, why);
    }

    /** Ends a call that the peer refused with this SIP status. */
    void refusedByPeer(CallStatus status, int sipStatus, String why) {
        step.set(Signalling.OVER);
        endAs(status, Optional.of(sipStatus), Refusal.UNAVAILABLE, why);
    }

    private void endAs(CallStatus status, Optional<Integer> sipStatus, Refusal refusal, String why) {
        signalTheEnd(refusal);
        step.stopAllTimers();
        if (step.leg().media()) {
            step.emit(new Effect.ReleaseMedia(step.sid()));
            step.leg(step.leg().withMedia(false));
        }
        CallLeg leg = step.leg();
        step.leg(leg.with(leg.progress().ended(status, step.at(), sipStatus, why)).withOffer(Optional.empty())
                .withOrder(Optional.empty()));
        Program.Closing closing = closing();
        closing.verb().ifPresent(verb -> new Dialling(step).letGo(verb, why));
        step.set(closing);
        if (waiting(closing)) {
            step.startTimer(TimerKind.GUARD, MEDIA_GUARD);
        }
        goOn();
    }

    /** The request that a running Record or Dial may still lead to is remembered. */
    private Program.Closing closing() {
        if (step.program() instanceof Program.Running running
                && (running.run() instanceof RecordRun || running.run() instanceof DialRun)) {
            return new Program.Closing(
                    Optional.of(running.run()), Optional.of(running.script()), Optional.empty());
        }
        return new Program.Closing(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void signalTheEnd(Refusal refusal) {
        CallLeg leg = step.leg();
        if (leg.negotiation().holdsReinvite()) {
            step.emit(new Effect.RefuseInvite(step.sid(), 487, "Request Terminated"));
        }
        switch (leg.signalling()) {
            case RINGING -> step.emit(new Effect.RefuseInvite(step.sid(), refusal.status(), refusal.reason()));
            case CALLING -> step.emit(new Effect.CancelInvite(step.sid()));
            case ACCEPTED, ESTABLISHED -> step.emit(new Effect.SendBye(step.sid(), refusal.byeReason()));
            case IDLE, OVER -> { }
        }
        step.set(Signalling.OVER);
        step.set(Negotiation.NONE);
    }

    /** A prompt has ended while the call was ending. */
    void promptEnded() {
        goOn();
    }

    /** It became known who answered, or that nobody knows, while the call was ending. */
    void detectionEnded() {
        goOn();
    }

    /** A recording has ended while the call was ending: its action gets its last request. */
    void recordingEnded(CallEvent.RecordingEnded event) {
        if (step.program() instanceof Program.Closing closing) {
            if (closing.verb().orElse(null) instanceof RecordRun record && record.operation() == event.operation()) {
                step.set(closing.withRequest(lastRequest(closing, call -> record.afterTheCall(event.outcome(), call))));
            } else if (closing.verb().orElse(null) instanceof DialRun dial) {
                step.set(closing.with(dial.with(event.operation(), event.outcome())));
            }
        }
        goOn();
    }

    /** The dialled call has ended with, or before, this one. */
    void dialledOver(VerbSignal.CalleeOver over) {
        if (step.program() instanceof Program.Closing closing
                && closing.verb().orElse(null) instanceof DialRun dial && dial.waitsFor(over.dialled())) {
            step.set(closing.with(dial.with(over.outcome())));
            goOn();
        }
    }

    private Optional<WebRequest> lastRequest(
            Program.Closing closing, Function<VerbContext, Optional<WebRequest>> request) {
        return request.apply(new Running(step, closing.script().orElseThrow()))
                .map(own -> Requests.of(step.session(), own.target(), own.parameters()));
    }

    /** The guard timer ran out: what has not come by now does not come. */
    void guard() {
        if (step.program() instanceof Program.Closing closing) {
            new Operations(step).abandonAll();
            if (closing.verb().orElse(null) instanceof DialRun dial && dial.outcome().isEmpty()) {
                step.set(closing.with(dial.with(DialledOutcome.NOT_PLACED)));
            }
            goOn();
        } else if (step.program() instanceof Program.Farewell) {
            forget();
        }
    }

    /** The last request was answered, or could not be made; its answer has no call to run on. */
    void farewellAnswered(long requestId) {
        if (step.program() instanceof Program.Farewell farewell && farewell.requestId() == requestId) {
            forget();
        }
    }

    private void goOn() {
        if (!(step.program() instanceof Program.Closing closing) || waiting(closing)) {
            return;
        }
        step.stopTimer(TimerKind.GUARD);
        step.saveCall();
        new Telling(step).of(ProgressEvent.COMPLETED);
        new Dialling(step).ended();
        Optional<WebRequest> request = closing.verb().orElse(null) instanceof DialRun dial
                ? lastRequest(closing, dial::afterTheCall) : closing.request();
        if (request.isEmpty() || !step.countDocument()) {
            forget();
            return;
        }
        long requestId = step.number();
        step.set(new Program.Farewell(requestId, request.get()));
        step.startTimer(TimerKind.GUARD, FAREWELL_GUARD);
        step.emit(new Effect.FetchDocument(step.sid(), requestId, request.get()));
    }

    /** Whether the end of an operation, or of a dialled call, is still to come. */
    private boolean waiting(Program.Closing closing) {
        return !step.session().operations().isEmpty()
                || closing.verb().orElse(null) instanceof DialRun dial && dial.outcome().isEmpty();
    }

    private void forget() {
        step.stopAllTimers();
        step.set(new Program.Ended());
        step.emit(new Effect.Forget(step.sid(), step.session().callRecord()));
    }
}
