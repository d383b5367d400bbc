package org.callwright.call.machine;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.Effect;
import org.callwright.call.rcml.Verb;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Negotiation.Stage;
import org.callwright.call.state.Program;
import org.callwright.call.state.Script;
import org.callwright.call.state.Signalling;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingSpec;
import org.callwright.call.value.WebTarget;
import org.callwright.call.verb.VerbContext;
import org.callwright.call.verb.VerbRun;
import org.callwright.call.verb.VerbSignal;
import org.callwright.call.verb.Verbs;

/**
 * Runs the verbs of a document one after the other. The call is answered for the first verb that needs it; the
 * document's end ends the call.
 *
 * @param script what comes after the verb that runs
 */
record Running(Step step, Script script) implements VerbContext {

    /** Runs the document's first verb, after answering the call if the verb needs that. */
    static void run(Step step, Script script) {
        if (script.rest().isEmpty()) {
            end(step);
            return;
        }
        Verb verb = script.rest().get(0);
        if (!step.leg().talking() && !Verbs.runsUnanswered(verb)) {
            step.set(new Program.Answering(script));
            if (step.leg().signalling() == Signalling.RINGING && step.leg().negotiation().is(Stage.NONE)) {
                new Inbound(step).answer();
            }
        } else {
            Verbs.start(verb, new Running(step, script.tail()));
        }
    }

    /** The document's end is the call's, unless it only stood between the callee and who dialled him. */
    private static void end(Step step) {
        if (step.leg().dialler().isPresent()) {
            new Dialling(step).answered();
        } else {
            new Finalising(step).end(CallStatus.FAILED, Refusal.UNAVAILABLE, "end of the document");
        }
    }

    /** Tells the running verb, or the flow, if one runs. */
    static void signal(Step step, VerbSignal signal) {
        if (step.program() instanceof Program.Running running) {
            running.run().on(signal, new Running(step, running.script()));
        } else {
            Flowing.signal(step, signal);
        }
    }

    @Override
    public long speak(Verb.Say say) {
        return new Operations(step).speak(say).number();
    }

    @Override
    public long play(URI url, int loop) {
        return new Operations(step).play(url, loop).number();
    }

    @Override
    public void stopPrompt(long operation) {
        step.emit(new Effect.StopPrompt(step.sid(), operation));
    }

    @Override
    public Started record(RecordingSpec spec) {
        Operation.Recording recording = new Operations(step).record(spec);
        return new Started(recording.number(), recording.sid());
    }

    @Override
    public void stopRecording(long operation) {
        step.emit(new Effect.StopRecording(step.sid(), operation));
    }

    @Override
    public Optional<CallSid> dial(Verb.Dial dial) {
        return new Dialling(step).dial(dial, this::resolve);
    }

    @Override
    public long ringback() {
        return new Operations(step).play(new Prompt.Ringback(), 0).number();
    }

    @Override
    public void join(CallSid dialled) {
        step.emit(new Effect.JoinLegs(step.sid(), dialled));
    }

    @Override
    public void hear(CallSid dialled) {
        step.emit(new Effect.HearLeg(step.sid(), dialled));
    }

    @Override
    public void part() {
        step.emit(new Effect.PartLegs(step.sid()));
    }

    @Override
    public void letGo(CallSid dialled, String why) {
        new Dialling(step).letGo(dialled, why);
    }

    @Override
    public void startTimer(Duration delay) {
        step.startTimer(TimerKind.VERB, delay);
    }

    @Override
    public void stopTimer() {
        step.stopTimer(TimerKind.VERB);
    }

    @Override
    public void become(VerbRun run) {
        step.set(new Program.Running(script, run));
    }

    @Override
    public void next() {
        run(step, script);
    }

    @Override
    public void request(WebTarget target, List<Parameter> own) {
        new Documents(step).next(target, own);
    }

    @Override
    public void hangUp(String why) {
        new Finalising(step).end(CallStatus.FAILED, Refusal.UNAVAILABLE, why);
    }

    @Override
    public void reject(int sipStatus, String sipReason) {
        new Finalising(step).end(CallStatus.BUSY, new Refusal(sipStatus, sipReason, ""), "rejected by the application");
    }

    @Override
    public void error(int code, String message) {
        step.notify(0, code, message, Optional.empty(), "");
    }

    @Override
    public Optional<URI> resolve(String reference) {
        return UrlReference.resolve(script.url(), reference);
    }

    @Override
    public URI documentUrl() {
        return script.url();
    }

    @Override
    public URI recordingUrl(RecordingSid sid) {
        return Requests.recordingUrl(step.session(), sid);
    }

    @Override
    public CallPolicy policy() {
        return step.session().policy();
    }
}
