package org.callwright.call.program;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A message that is spoken to the callee, as the TeleSign dialect knows it: first, if wanted, a prompt that asks for
 * one key; then the message, always to its end; then the keys pressed after it count. One key may repeat the message,
 * others may lead to a last text each.
 *
 * @param language lower-case tag; all texts are spoken in it
 * @param voice {@code man} or {@code woman}
 * @param select keys of which each one ends the call, with its answer if there is one
 * @param repeat what may be heard again
 * @param answers last texts by key
 */
public record VoiceMessage(
        String language,
        String voice,
        Optional<Prompt> prompt,
        String text,
        String select,
        Optional<Repeat> repeat,
        List<Answer> answers,
        Limits limits)
        implements Flow {

    /** Spoken before the message; only this key leads to the message. */
    public record Prompt(String text, String key) {
    }

    /** The key that repeats the message, and what is spoken before it is heard again. */
    public record Repeat(String key, Optional<String> text) {
    }

    /** The last text for a key. */
    public record Answer(String key, String text) {
    }

    /**
     * How often and how long.
     *
     * @param chances to press the prompt's key
     * @param repeats of the message; one more ends the call
     * @param promptWait for the prompt's key, from the prompt's end
     * @param keyWait for keys, from the message's end
     */
    public record Limits(int chances, int repeats, Duration promptWait, Duration keyWait) {

        public static final Limits DEFAULT = new Limits(2, 3, Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    public VoiceMessage {
        answers = List.copyOf(answers);
    }

    /** A text and nothing else. */
    public static VoiceMessage of(String language, String voice, String text) {
        return new VoiceMessage(language, voice, Optional.empty(), text, "", Optional.empty(), List.of(),
                Limits.DEFAULT);
    }

    @Override
    public void start(FlowContext call) {
        if (prompt.isPresent()) {
            MessagePrompting.prompt(this, 0, call);
        } else {
            MessageSpeaking.speak(this, 0, call);
        }
    }

    Optional<String> answer(char key) {
        return answers.stream().filter(answer -> is(answer.key(), key)).map(Answer::text).findFirst();
    }

    boolean repeatedBy(char key) {
        return repeat.filter(again -> is(again.key(), key)).isPresent();
    }

    boolean selectedBy(char key) {
        return select.indexOf(key) >= 0;
    }

    static boolean is(String key, char pressed) {
        return key.length() == 1 && key.charAt(0) == pressed;
    }

    /** Without the texts: they may hold a secret. */
    @Override
    public String toString() {
        return "VoiceMessage[" + language + ", " + text.length() + " characters]";
    }
}
