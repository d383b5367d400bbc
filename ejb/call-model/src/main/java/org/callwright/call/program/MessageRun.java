package org.callwright.call.program;

import org.callwright.call.value.PromptOutcome;
import org.callwright.call.verb.VerbSignal;

/**
 * A voice message at work: prompting, waiting for the prompt's key, speaking, waiting for keys after the message, and
 * speaking a key's last text. Only digits are keys here; star and pound are nothing.
 */
public sealed interface MessageRun extends FlowRun
        permits MessagePrompting, MessagePromptWait, MessageRepeating, MessageSpeaking, MessageKeys, MessageAnswering {

    static boolean isDigit(char key) {
        return key >= '0' && key <= '9';
    }

    static boolean failed(VerbSignal.PromptOver over) {
        return over.outcome().result() == PromptOutcome.Result.FAILED;
    }
}
