package org.callwright.call.program;

import org.callwright.call.verb.VerbSignal;

/** The message was heard: each digit counts, the last one most. The wait ends when its time is over. */
public record MessageKeys(VoiceMessage message, int repeats) implements MessageRun {

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.TimeUp) {
            call.hangUp("the message is over");
        } else if (signal instanceof VerbSignal.Key pressed && MessageRun.isDigit(pressed.key())) {
            pressed(pressed.key(), call);
        }
    }

    private void pressed(char key, FlowContext call) {
        call.noteKey(key);
        if (message.repeatedBy(key)) {
            call.stopTimer();
            MessageRepeating.repeat(message, repeats + 1, call);
        } else if (message.selectedBy(key)) {
            call.stopTimer();
            MessageAnswering.answer(message, key, call);
        }
    }
}
