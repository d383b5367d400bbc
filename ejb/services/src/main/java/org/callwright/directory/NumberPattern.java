package org.callwright.directory;

import java.util.regex.Pattern;

/**
 * A number written as a pattern: {@code .} any key, {@code [2-5]} one of these, {@code |} or, {@code ^ $} the ends. Keys
 * such as {@code * # +} stand for themselves; there is no repetition, so that matching takes no time worth noting
 * whatever somebody writes. A pattern matches a whole number.
 */
public record NumberPattern(String text) {

    private static final Pattern MARK = Pattern.compile("[.\\[\\]|^$]");
    private static final Pattern ALLOWED = Pattern.compile("[0-9*#+,.\\[\\]|^$-]{1,128}");

    /** @throws IllegalArgumentException the message says what is wrong with it */
    public NumberPattern {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException("a number pattern is made of digits and * # + , . [ ] - | ^ $");
        }
        compile(text);
    }

    public static boolean isPattern(String number) {
        return MARK.matcher(number).find();
    }

    public boolean matches(String dialled) {
        return compile(text).matcher(dialled).matches();
    }

    private static Pattern compile(String text) {
        return Pattern.compile(text.replace("*", "\\*").replace("+", "\\+"));
    }
}
