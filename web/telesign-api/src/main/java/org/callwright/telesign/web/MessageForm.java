package org.callwright.telesign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callwright.call.program.VoiceMessage;
import org.callwright.telesign.TelesignError;
import org.callwright.telesign.TelesignException;

/**
 * The parameters that make the message. Those without a code of their own are refused with that of the message and
 * their name in the text.
 */
final class MessageForm {

    private static final int LONGEST_TEXT = 1_600;
    private static final String VOICE = "woman";
    private static final Pattern KEYS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern KEY = Pattern.compile("[0-9]");

    private final FormBody form;

    MessageForm(FormBody form) {
        this.form = form;
    }

    VoiceMessage read() {
        String text = spoken("message").orElseThrow(() -> invalid("message"));
        String language = language();
        String select = select();
        Optional<String> repeatKey = key("repeat_digit");
        if (repeatKey.filter(select::contains).isPresent()) {
            throw invalid("select_digits");
        }
        Optional<String> repeatText = spoken("tts_repeat");
        return new VoiceMessage(language, VOICE, prompt(), text, select,
                repeatKey.map(key -> new VoiceMessage.Repeat(key, repeatText)), answers(select),
                VoiceMessage.Limits.DEFAULT);
    }

    private String language() {
        if (form.garbled("voice")) {
            throw new TelesignException(TelesignError.VOICE);
        }
        return VoiceTags.language(form.text("voice").orElse(VoiceTags.DEFAULT))
                .orElseThrow(() -> new TelesignException(TelesignError.VOICE));
    }

    private Optional<VoiceMessage.Prompt> prompt() {
        Optional<String> text = spoken("prompt_message");
        Optional<String> key = key("prompt_digit");
        if (text.isPresent() != key.isPresent()) {
            throw invalid(text.isPresent() ? "prompt_digit" : "prompt_message");
        }
        return text.map(prompt -> new VoiceMessage.Prompt(prompt, key.get()));
    }

    private String select() {
        Optional<String> keys = given("select_digits");
        if (keys.filter(text -> !KEYS.matcher(text).matches() || text.chars().distinct().count() < text.length())
                .isPresent()) {
            throw invalid("select_digits");
        }
        return keys.orElse("");
    }

    private Optional<String> key(String name) {
        Optional<String> key = given(name);
        if (key.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
            throw invalid(name);
        }
        return key;
    }

    /** A text for a digit that can't be selected is checked like any other, and never spoken. */
    private List<VoiceMessage.Answer> answers(String select) {
        List<VoiceMessage.Answer> answers = new ArrayList<>();
        for (char digit = '0'; digit <= '9'; digit++) {
            String key = String.valueOf(digit);
            Optional<String> text = spoken("tts_message_" + key);
            if (select.contains(key)) {
                text.ifPresent(answer -> answers.add(new VoiceMessage.Answer(key, answer)));
            }
        }
        return answers;
    }

    /** A text to speak; empty when it is not given, or blank. */
    private Optional<String> spoken(String name) {
        Optional<String> text = given(name);
        if (text.filter(given -> given.codePointCount(0, given.length()) > LONGEST_TEXT).isPresent()) {
            throw invalid(name);
        }
        return text.filter(given -> !given.isBlank());
    }

    private Optional<String> given(String name) {
        if (form.garbled(name)) {
            throw invalid(name);
        }
        return form.text(name);
    }

    private static TelesignException invalid(String name) {
        return new TelesignException(TelesignError.MESSAGE, "Invalid value for parameter " + name);
    }
}
