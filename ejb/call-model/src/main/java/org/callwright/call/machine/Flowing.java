package org.callwright.call.machine;

import java.time.Duration;
import java.util.Optional;
import org.callwright.call.Effect;
import org.callwright.call.program.Flow;
import org.callwright.call.program.FlowContext;
import org.callwright.call.program.FlowRun;
import org.callwright.call.rcml.Verb;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.state.Program;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.verb.VerbSignal;

/** Runs a flow on the call. */
record Flowing(Step step) implements FlowContext {

    private static final int SPEECH_FAILED = 2300;

    static void run(Step step, Flow flow) {
        flow.start(new Flowing(step));
    }

    /** Tells the running flow, if one runs. */
    static void signal(Step step, VerbSignal signal) {
        if (step.program() instanceof Program.Flowing flowing) {
            flowing.run().on(signal, new Flowing(step));
        }
    }

    @Override
    public long speak(String text, String language, String voice) {
        return new Operations(step).speak(new Verb.Say(text, language, voice, 1)).number();
    }

    @Override
    public long play(Prompt prompt) {
        return prompt instanceof Prompt.Speech speech
                ? speak(speech.text(), speech.language(), speech.voice())
                : new Operations(step).play(prompt, 1).number();
    }

    @Override
    public void stopPrompt(long operation) {
        step.emit(new Effect.StopPrompt(step.sid(), operation));
    }

    @Override
    public long detectMachine(MachineDetection detection) {
        return new WhoAnswered(step).listen(detection, Optional.empty());
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
    public void become(FlowRun run) {
        step.set(new Program.Flowing(run));
    }

    @Override
    public void noteKey(char key) {
        save(false, Optional.of(String.valueOf(key)), "");
    }

    @Override
    public void hangUp(String why) {
        new Finalising(step).end(CallStatus.FAILED, Refusal.UNAVAILABLE, why);
    }

    @Override
    public void fail(PromptOutcome outcome, boolean unheard) {
        step.notify(0, outcome.code() > 0 ? outcome.code() : SPEECH_FAILED,
                "The message can't be heard: " + outcome.reason(), Optional.empty(), "");
        if (unheard && outcome.played().isZero()) {
            save(true, Optional.empty(), outcome.reason());
        }
        hangUp("the message can't be heard");
    }

    private void save(boolean unheard, Optional<String> lastKey, String reason) {
        step.leg().facts().account().ifPresent(account -> step.emit(new Effect.SaveMessage(
                new MessageRecord(step.sid(), account, step.at(), unheard, lastKey, reason))));
    }
}
