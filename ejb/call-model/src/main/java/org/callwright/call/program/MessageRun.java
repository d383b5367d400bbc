package org.callwright.call.program;

/**
 * A voice message at work: prompting, waiting for the prompt's key, speaking, waiting for keys after the message, and
 * speaking a key's last text. Only digits are keys here; star and pound are nothing.
 */
public sealed interface MessageRun extends FlowRun
        permits MessagePrompting, MessagePromptWait, MessageRepeating, MessageSpeaking, MessageKeys, MessageAnswering {

    static boolean isDigit(char key) {
        return key >= '0' && key <= '9';
    }
}
