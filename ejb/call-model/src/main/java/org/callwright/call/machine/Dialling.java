package org.callwright.call.machine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.program.DialledBy;
import org.callwright.call.rcml.Verb;
import org.callwright.call.state.Program;
import org.callwright.call.state.Progress;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.CallTarget;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.WebTarget;
import org.callwright.call.verb.DialRun;
import org.callwright.call.verb.VerbRun;
import org.callwright.call.verb.VerbSignal;

/**
 * Calls that dial others. The dialled call is a session of its own, so that each of the two signals, records and ends
 * as every call does; they are tied by what they tell each other. The one that dials knows the other by its running
 * Dial; the dialled one knows its dialler by its program, until it is given another one.
 */
record Dialling(Step step) {

    private static final int NO_TRUNK = 11004;
    private static final int INVALID_URI = 11100;
    private static final String ANONYMOUS = "anonymous";
    /** Nothing that could end the place where the text stands in a SIP header. */
    private static final Pattern CALLER = Pattern.compile("[^\\s<>\"\\\\\\p{Cntrl}]{1,255}");

    // ---- The call that dials

    /** Places the call, if there is a way to its target. */
    Optional<CallSid> dial(Verb.Dial dial, Function<String, Optional<URI>> resolve) {
        Optional<AccountSid> account = step.leg().facts().account();
        Optional<String> trunk = step.session().policy().trunk();
        if (account.isEmpty() || dial.target().isEmpty()) {
            return Optional.empty();
        }
        CallTarget target = dial.target().get();
        if (target.number() && trunk.isEmpty()) {
            error(NO_TRUNK, "Dial failed: there is no trunk by which a number could be called");
            return Optional.empty();
        }
        CallSid dialled = newCallSid();
        step.emit(new Effect.PlaceDialled(step.sid(), dialled, new OutboundCall(account.get(), caller(dial),
                target.to(), target.uri(trunk.orElse("")), target.headers(), new DialledBy(step.sid()),
                Duration.ofSeconds(dial.timeout()), progress(dial, resolve), step.leg().facts().recordings())));
        return Optional.of(dialled);
    }

    private CallSid newCallSid() {
        String instance = step.sid().instanceId();
        return new CallSid((instance.isEmpty() ? "" : instance + "-") + step.newSid("CA"));
    }

    private String caller(Verb.Dial dial) {
        String from = dial.callerId().orElse(step.leg().facts().from());
        boolean uriWithoutUser = from.contains(":") && !from.contains("@");
        return CALLER.matcher(from).matches() && !uriWithoutUser ? from : ANONYMOUS;
    }

    private Optional<ProgressCallback> progress(Verb.Dial dial, Function<String, Optional<URI>> resolve) {
        Optional<ProgressCallback> callback = dial.progress().flatMap(wanted -> resolve.apply(wanted.url())
                .map(url -> new ProgressCallback(new WebTarget(url, wanted.method()), wanted.events())));
        if (dial.progress().isPresent() && callback.isEmpty()) {
            error(INVALID_URI, "Dial: the status callback is not a URL: " + dial.progress().get().url());
        }
        return callback;
    }

    private void error(int code, String message) {
        step.notify(0, code, message, Optional.empty(), "");
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

    /** The call that waits for the end of this one. */
    static Optional<CallSid> dialler(Program program) {
        if (program instanceof Program.Calling calling) {
            return calling.dialler();
        }
        return program instanceof Program.Dialled dialled ? Optional.of(dialled.dialler()) : Optional.empty();
    }

    void rings() {
        dialler(step.program()).ifPresent(dialler -> tell(new CallEvent.DialledRings(dialler, step.sid())));
    }

    /** There is early media. */
    void heard() {
        dialler(step.program()).ifPresent(dialler -> tell(new CallEvent.DialledHeard(dialler, step.sid())));
    }

    void answered(CallSid dialler) {
        step.set(new Program.Dialled(dialler));
        tell(new CallEvent.DialledAnswered(dialler, step.sid()));
    }

    void ended(CallSid dialler) {
        tell(new CallEvent.DialledEnded(dialler, step.sid(), outcome(step.leg().progress().status())));
    }

    /** The dialler wants no more of this call. */
    void diallerGone(CallEvent.DiallerGone event) {
        if (dialler(step.program()).isPresent()) {
            new Finalising(step).end(CallStatus.CANCELED, Refusal.UNAVAILABLE, event.cause());
        }
    }

    // ---- Either

    /** This call is about to run another program, without the one that it is tied to. */
    void goAlone() {
        dialler(step.program()).ifPresent(dialler -> tell(
                new CallEvent.DialledLeft(dialler, step.sid(), outcome(CallStatus.COMPLETED))));
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
                Duration.between(answer, end), progress.sipStatus());
    }

    private void tell(CallEvent event) {
        step.emit(new Effect.Tell(step.sid(), event));
    }
}
