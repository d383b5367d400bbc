package org.callwright.call.verb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.call.rcml.Verb;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSpec;
import org.callwright.call.value.WebRequest;

/**
 * Dial: another call is placed; while it rings the caller hears a tone, or what the other side lets him hear; when it
 * is answered the two hear each other, until one hangs up, the time is over, or the caller presses the star key. If it is
 * wanted, the caller's leg is recorded both ways from the ringing or the answer on. Then, when the recording is complete
 * too, the action is asked, or the next verb runs when there is none.
 *
 * @param ringback the tone's operation, once it has begun
 * @param outcome how the dialled call ended, once it has
 */
public record DialRun(
        Verb.Dial rules,
        CallSid dialled,
        Stage stage,
        Optional<Long> ringback,
        Optional<DialRecording> recording,
        Optional<DialledOutcome> outcome)
        implements VerbRun {

    private static final int COULD_NOT_JOIN = 11008;
    private static final int COULD_NOT_RECORD = 13614;
    private static final String NO_CALL = "null";

    /** How far it has come. */
    public enum Stage {
        /** The callee does not talk yet. */
        CALLING,
        /** He does not talk yet, but the caller hears what comes from there. */
        EARLY,
        /** He has answered; caller and callee are being joined. */
        JOINING,
        /** They talk. */
        TALKING,
        /** They could not be joined. */
        APART
    }

    static void start(Verb.Dial dial, VerbContext call) {
        call.dial(dial).ifPresentOrElse(
                dialled -> call.become(new DialRun(
                        dial.placed(), dialled, Stage.CALLING, Optional.empty(), Optional.empty(), Optional.empty())),
                () -> goOn(dial, NO_CALL, DialledOutcome.NOT_PLACED, List.of(), call));
    }

    @Override
    public void on(VerbSignal signal, VerbContext call) {
        if (signal instanceof VerbSignal.CalleeRings rings && waitsFor(rings.dialled())) {
            rings(call);
        } else if (signal instanceof VerbSignal.CalleeHeard heard && waitsFor(heard.dialled())) {
            heard(call);
        } else if (signal instanceof VerbSignal.CalleeAnswered answered && waitsFor(answered.dialled())) {
            answered(call);
        } else if (signal instanceof VerbSignal.Joined joined && waitsFor(joined.dialled())) {
            joined(joined.failure(), call);
        } else if (signal instanceof VerbSignal.CalleeOver over && waitsFor(over.dialled())) {
            over(over, call);
        } else if (signal instanceof VerbSignal.RecordingOver over) {
            recorded(over, call);
        } else if (signal instanceof VerbSignal.TimeUp) {
            call.letGo(dialled, "the time limit of the Dial is reached");
        } else if (signal instanceof VerbSignal.Key key && key.key() == '*' && rules.hangupOnStar() && answered()) {
            call.letGo(dialled, "the caller pressed the star key");
        }
    }

    /** Whether this call's end is still to come. */
    public boolean waitsFor(CallSid call) {
        return dialled.equals(call) && outcome.isEmpty();
    }

    private boolean answered() {
        return stage != Stage.CALLING && stage != Stage.EARLY;
    }

    /** It rings, also for a caller who heard more than that until the callee was asked whether he takes the call. */
    private void rings(VerbContext call) {
        if (stage == Stage.EARLY) {
            call.part();
        }
        if (!answered() && ringback.isEmpty()) {
            Optional<Long> tone = Optional.of(call.ringback());
            call.become(new DialRun(rules, dialled, Stage.CALLING, tone, recordedRinging(call), outcome));
        }
    }

    /** Early media; those that come from another place later are heard by the same way. */
    private void heard(VerbContext call) {
        if (stage == Stage.CALLING) {
            ringback.ifPresent(call::stopPrompt);
            call.hear(dialled);
            call.become(new DialRun(rules, dialled, Stage.EARLY, Optional.empty(), recordedRinging(call), outcome));
        }
    }

    private void answered(VerbContext call) {
        if (!answered()) {
            ringback.ifPresent(call::stopPrompt);
            call.startTimer(Duration.ofSeconds(rules.timeLimit()));
            call.join(dialled);
            call.become(at(Stage.JOINING));
        }
    }

    private void joined(Optional<String> failure, VerbContext call) {
        if (stage == Stage.CALLING) {
            call.part();
        } else if (failure.isPresent()) {
            call.error(COULD_NOT_JOIN, "Dial failed: the calls could not be joined: " + failure.get());
            call.become(at(Stage.APART));
            call.letGo(dialled, "the calls could not be joined");
        } else if (stage == Stage.JOINING) {
            Optional<DialRecording> begun = recording.or(() -> rules.record().map(wanted -> record(wanted, call)));
            call.become(new DialRun(rules, dialled, Stage.TALKING, ringback, begun, outcome));
        }
    }

    private Optional<DialRecording> recordedRinging(VerbContext call) {
        return recording.or(() ->
                rules.record().filter(Verb.Dial.Recording::ringing).map(wanted -> record(wanted, call)));
    }

    private DialRecording record(Verb.Dial.Recording wanted, VerbContext call) {
        Duration talk = Duration.ofSeconds(rules.timeLimit());
        Duration longest = wanted.ringing()
                ? talk.plusSeconds(rules.timeout()).plus(Verb.Dial.Screening.LONGEST) : talk;
        VerbContext.Started started = call.record(
                new RecordingSpec(false, longest, Duration.ZERO, wanted.parties()));
        return new DialRecording(started.operation(), started.sid(), Optional.empty());
    }

    private void over(VerbSignal.CalleeOver over, VerbContext call) {
        call.stopTimer();
        if (stage == Stage.CALLING) {
            ringback.ifPresent(call::stopPrompt);
        } else {
            call.part();
        }
        DialRun next = with(over.outcome());
        call.become(next);
        if (over.left()) {
            call.hangUp("the dialled call goes its own way");
        } else if (next.recording.filter(one -> one.outcome().isEmpty()).isPresent()) {
            call.stopRecording(next.recording.get().operation());
        } else {
            next.goOn(call);
        }
    }

    private void recorded(VerbSignal.RecordingOver over, VerbContext call) {
        DialRun next = with(over.operation(), over.outcome());
        if (next.equals(this)) {
            return;
        }
        if (over.outcome().reason() == RecordingOutcome.Reason.FAILED) {
            call.error(COULD_NOT_RECORD, "the recording of the Dial failed: " + over.outcome().detail());
        }
        call.become(next);
        if (outcome.isPresent()) {
            next.goOn(call);
        }
    }

    private void goOn(VerbContext call) {
        goOn(rules, dialSid(), told(CallStatus.NO_ANSWER), recorded(call), call);
    }

    private static void goOn(
            Verb.Dial rules, String sid, DialledOutcome outcome, List<Parameter> recorded, VerbContext call) {
        if (rules.action().isEmpty()) {
            call.next();
        } else {
            Action.request(rules.action(), rules.method(), parameters(sid, outcome, recorded), call);
        }
    }

    /** What to ask the action when the caller has hung up; empty when there is no action. */
    public Optional<WebRequest> afterTheCall(VerbContext call) {
        return rules.action().flatMap(action -> Action.of(action, rules.method(), call))
                .map(target -> new WebRequest(target, parameters(
                        dialSid(), told(CallStatus.CANCELED), recorded(call))));
    }

    private String dialSid() {
        return outcome.filter(how -> !how.placed()).isPresent() ? NO_CALL : dialled.value();
    }

    private List<Parameter> recorded(VerbContext call) {
        return recording.map(one -> one.parameters(call)).orElse(List.of());
    }

    /**
     * What became of it for the caller: a call that was answered, but not heard, has failed; one whose callee did not
     * take it was not answered.
     *
     * @param untaken the status of the latter
     */
    private DialledOutcome told(CallStatus untaken) {
        DialledOutcome how = outcome.orElse(DialledOutcome.NOT_PLACED);
        if (stage == Stage.APART) {
            return how.as(CallStatus.FAILED, how.talked());
        }
        return answered() || how.status() != CallStatus.COMPLETED ? how : how.as(untaken, Duration.ZERO);
    }

    private static List<Parameter> parameters(String sid, DialledOutcome outcome, List<Parameter> recorded) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("DialCallSid", sid));
        parameters.add(new Parameter("DialCallStatus", outcome.status().wireName()));
        parameters.add(new Parameter("DialCallDuration", Long.toString(outcome.talked().toSeconds())));
        parameters.add(new Parameter("DialRingDuration", Long.toString(outcome.rang().toSeconds())));
        outcome.sipStatus().ifPresent(status ->
                parameters.add(new Parameter("DialSipResponseCode", Integer.toString(status))));
        outcome.answer().ifPresent(answer -> {
            parameters.add(new Parameter("DialSipCallId", answer.callId()));
            answer.headers().forEach(header ->
                    parameters.add(new Parameter("DialSipHeader_" + header.name(), header.value())));
        });
        parameters.addAll(recorded);
        return parameters;
    }

    private DialRun at(Stage next) {
        return new DialRun(rules, dialled, next, ringback, recording, outcome);
    }

    /** The dialled call is over. */
    public DialRun with(DialledOutcome how) {
        return new DialRun(rules, dialled, stage, ringback, recording, Optional.of(how));
    }

    /** An operation has ended; it may be the recording. */
    public DialRun with(long operation, RecordingOutcome how) {
        return new DialRun(rules, dialled, stage, ringback,
                recording.map(one -> one.operation() == operation ? one.ended(how) : one), outcome);
    }
}
