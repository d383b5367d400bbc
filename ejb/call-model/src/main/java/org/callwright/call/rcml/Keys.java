package org.callwright.call.rcml;

import java.util.Optional;
import java.util.regex.Pattern;

/** A set of telephone keys, such as those that end an input. */
public record Keys(String keys) {

    public static final Keys NONE = new Keys("");
    public static final Keys POUND = new Keys("#");
    public static final Keys ANY = new Keys("1234567890*#");

    private static final Pattern FORM = Pattern.compile("[0-9*#]{1,12}");

    /** Reads one to twelve keys, or {@code -1} for none; empty when it is neither. */
    static Optional<Keys> parse(String text) {
        if (text.equals("-1")) {
            return Optional.of(NONE);
        }
        return FORM.matcher(text).matches() ? Optional.of(new Keys(text)) : Optional.empty();
    }

    public boolean contains(char key) {
        return keys.indexOf(key) >= 0;
    }
}
