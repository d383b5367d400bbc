package org.callwright.call.program;

import org.callwright.call.verb.VerbSignal;

/** The prompt's key is waited for; another digit, or none, is a miss. */
public record MessagePromptWait(VoiceMessage message, int misses) implements MessageRun {

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.TimeUp) {
            missed(call);
        } else if (signal instanceof VerbSignal.Key pressed && MessageRun.isDigit(pressed.key())) {
            call.stopTimer();
            if (VoiceMessage.is(message.prompt().orElseThrow().key(), pressed.key())) {
                MessageSpeaking.speak(message, 0, call);
            } else {
                missed(call);
            }
        }
    }

    private void missed(FlowContext call) {
        if (misses + 1 < message.limits().chances()) {
            MessagePrompting.prompt(message, misses + 1, call);
        } else {
            call.hangUp("the prompt's key was not pressed");
        }
    }
}
