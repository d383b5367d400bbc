package org.callwright.call.machine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.rcml.Verb;
import org.callwright.call.state.Program;
import org.callwright.call.state.Progress;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebTarget;
import org.callwright.call.verb.DialRun;
import org.callwright.call.verb.VerbRun;
import org.callwright.call.verb.VerbSignal;

/**
 * Calls that dial others. The dialled call is a session of its own, so that each of the two signals, records and ends
 * as every call does; they are tied by what they tell each other. The one that dials knows the other by its running
 * Dial; the dialled one knows its dialler until the API gives it a document of its own.
 */
record Dialling(Step step) {

    // ---- The call that dials

    /** Places the call, if there is a way to its target. */
    Optional<CallSid> dial(Verb.Dial dial, Function<String, Optional<URI>> resolve) {
        return new DialOrder(step, dial, resolve).call().map(call -> {
            CallSid dialled = newCallSid();
            step.emit(new Effect.PlaceDialled(step.sid(), dialled, call));
            return dialled;
        });
    }

    private CallSid newCallSid() {
        String instance = step.sid().instanceId();
        return new CallSid((instance.isEmpty() ? "" : instance + "-") + step.newSid("CA"));
    }

    /** The dialled call is to end. */
    void letGo(CallSid dialled, String why) {
        tell(new CallEvent.DiallerGone(dialled, why));
    }

    /** The verb is given up: a call that it dialled is to end. */
    void letGo(VerbRun verb, String why) {
        if (verb instanceof DialRun dial && dial.outcome().isEmpty()) {
            letGo(dial.dialled(), why);
        }
    }

    void heard(CallEvent.FromDialled event) {
        if (event instanceof CallEvent.DialledRings rings) {
            Running.signal(step, new VerbSignal.CalleeRings(rings.dialled()));
        } else if (event instanceof CallEvent.DialledHeard early) {
            Running.signal(step, new VerbSignal.CalleeHeard(early.dialled()));
        } else if (event instanceof CallEvent.DialledAnswered answered) {
            Running.signal(step, new VerbSignal.CalleeAnswered(answered.dialled()));
        } else {
            over(event).ifPresent(over -> Running.signal(step, over));
        }
    }

    /** That the dialled call is over for this one, if the event says so. */
    Optional<VerbSignal.CalleeOver> over(CallEvent.FromDialled event) {
        if (event instanceof CallEvent.DialledEnded ended) {
            return Optional.of(new VerbSignal.CalleeOver(ended.dialled(), ended.outcome(), false));
        } else if (event instanceof CallEvent.DialledLeft left) {
            return Optional.of(new VerbSignal.CalleeOver(left.dialled(), left.outcome(), true));
        }
        return Optional.empty();
    }

    /** Two legs were joined; nobody may want that any more. */
    void joined(CallEvent.LegsJoined event) {
        if (step.program() instanceof Program.Running running && running.run() instanceof DialRun dial
                && dial.waitsFor(event.other())) {
            Running.signal(step, new VerbSignal.Joined(event.other(), Optional.empty()));
        } else {
            step.emit(new Effect.PartLegs(step.sid()));
        }
    }

    // ---- The call that was dialled

    void rings() {
        tellDialler(dialler -> new CallEvent.DialledRings(dialler, step.sid()));
    }

    /** There is early media. */
    void heard() {
        tellDialler(dialler -> new CallEvent.DialledHeard(dialler, step.sid()));
    }

    /**
     * The callee has answered and can be heard. He talks with the one who dialled, or is asked first by a document; the
     * other one hears ringing until that has come to its end.
     */
    void connected() {
        Optional<WebTarget> screening = step.leg().facts().voice();
        if (screening.isPresent()) {
            rings();
            step.startTimer(TimerKind.RING, Verb.Dial.Screening.LONGEST);
            new Documents(step).initial(screening.get(), step.leg().answer()
                    .map(answer -> new Parameter("SipCallId", answer.callId())).stream().toList());
        } else {
            answered();
        }
    }

    /** The callee has had his time to take the call. */
    void undecided() {
        if (step.leg().dialler().isPresent() && !(step.program() instanceof Program.Dialled)) {
            new Finalising(step).end(CallStatus.CANCELED, Refusal.UNAVAILABLE, "the callee did not take the call");
        }
    }

    /** The callee is there for the one who dialled. */
    void answered() {
        step.stopTimer(TimerKind.RING);
        step.set(new Program.Dialled());
        tellDialler(dialler -> new CallEvent.DialledAnswered(dialler, step.sid()));
    }

    void ended() {
        tellDialler(dialler ->
                new CallEvent.DialledEnded(dialler, step.sid(), outcome(step.leg().progress().status())));
    }

    /** The dialler wants no more of this call. */
    void diallerGone(CallEvent.DiallerGone event) {
        if (step.leg().dialler().isPresent()) {
            new Finalising(step).end(CallStatus.CANCELED, Refusal.UNAVAILABLE, event.cause());
        }
    }

    // ---- Either

    /** This call is about to run another program, without the one that it is tied to. */
    void goAlone() {
        tellDialler(dialler -> new CallEvent.DialledLeft(dialler, step.sid(), outcome(CallStatus.COMPLETED)));
        step.leg(step.leg().withDialler(Optional.empty()));
        if (step.program() instanceof Program.Running running && running.run() instanceof DialRun dial) {
            letGo(dial, "the caller's call was given another document");
            step.emit(new Effect.PartLegs(step.sid()));
        }
    }

    private DialledOutcome outcome(CallStatus status) {
        Progress progress = step.leg().progress();
        Instant end = progress.ended().orElse(step.at());
        Instant answer = progress.answered().orElse(end);
        return new DialledOutcome(true, status, Duration.between(progress.ringing().orElse(answer), answer),
                Duration.between(answer, end), progress.sipStatus(), step.leg().answer());
    }

    private void tellDialler(Function<CallSid, CallEvent> event) {
        step.leg().dialler().ifPresent(dialler -> tell(event.apply(dialler)));
    }

    private void tell(CallEvent event) {
        step.emit(new Effect.Tell(step.sid(), event));
    }
}
