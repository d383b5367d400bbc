package org.callwright.call.program;

import org.callwright.call.verb.VerbSignal;

/**
 * The prompt is spoken, to its end: keys count from then on.
 *
 * @param misses chances that are gone
 */
public record MessagePrompting(VoiceMessage message, int misses, long operation) implements MessageRun {

    static void prompt(VoiceMessage message, int misses, FlowContext call) {
        String text = message.prompt().orElseThrow().text();
        call.become(new MessagePrompting(message, misses, call.speak(text, message.language(), message.voice())));
    }

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (over.failed()) {
                call.fail(over.outcome(), misses == 0);
            } else {
                call.startTimer(message.limits().promptWait());
                call.become(new MessagePromptWait(message, misses));
            }
        }
    }
}
