package org.callwright.call.program;

import org.callwright.call.verb.VerbSignal;

/**
 * The message is spoken. Keys before its end are lost: they neither interrupt it nor count.
 *
 * @param repeats how often it was asked for again
 */
public record MessageSpeaking(VoiceMessage message, int repeats, long operation) implements MessageRun {

    static void speak(VoiceMessage message, int repeats, FlowContext call) {
        call.become(new MessageSpeaking(
                message, repeats, call.speak(message.text(), message.language(), message.voice())));
    }

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (over.failed()) {
                call.fail(over.outcome(), message.prompt().isEmpty() && repeats == 0);
            } else {
                call.startTimer(message.limits().keyWait());
                call.become(new MessageKeys(message, repeats));
            }
        }
    }
}
