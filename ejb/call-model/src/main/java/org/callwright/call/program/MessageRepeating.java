package org.callwright.call.program;

import org.callwright.call.verb.VerbSignal;

/** What comes before the message is heard again is spoken; keys do not count meanwhile. */
public record MessageRepeating(VoiceMessage message, int repeats, long operation) implements MessageRun {

    /** The message is wanted once more. */
    static void repeat(VoiceMessage message, int repeats, FlowContext call) {
        if (repeats > message.limits().repeats()) {
            call.hangUp("the message was repeated often enough");
            return;
        }
        message.repeat().orElseThrow().text().ifPresentOrElse(
                text -> call.become(new MessageRepeating(
                        message, repeats, call.speak(text, message.language(), message.voice()))),
                () -> MessageSpeaking.speak(message, repeats, call));
    }

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (over.failed()) {
                call.fail(over.outcome(), false);
            } else {
                MessageSpeaking.speak(message, repeats, call);
            }
        }
    }
}
