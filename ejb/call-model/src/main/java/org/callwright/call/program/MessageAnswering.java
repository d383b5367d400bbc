package org.callwright.call.program;

import java.util.Optional;
import org.callwright.call.verb.VerbSignal;

/** A key's last text is spoken; the call ends with it, or with a digit pressed meanwhile. */
public record MessageAnswering(long operation) implements MessageRun {

    static void answer(VoiceMessage message, char key, FlowContext call) {
        Optional<String> text = message.answer(key);
        if (text.isPresent()) {
            call.become(new MessageAnswering(call.speak(text.get(), message.language(), message.voice())));
        } else {
            call.hangUp("a key was selected");
        }
    }

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.Key pressed && MessageRun.isDigit(pressed.key())) {
            call.noteKey(pressed.key());
            call.hangUp("a key was pressed during the last text");
        } else if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (over.failed()) {
                call.fail(over.outcome(), false);
            } else {
                call.hangUp("a key was selected");
            }
        }
    }
}
