package org.callwright.directory;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A number as somebody dialled it, and the other ways in which it may have been written down. */
record DialledNumber(String text) {

    private static final Pattern KEYS = Pattern.compile("[0-9*#+,]{1,64}");
    private static final Pattern NATIONAL = Pattern.compile("[2-9][0-9]{9}");

    /** As dialled, then its US E.164 form, then with or without the plus. */
    Set<String> spellings() {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(text);
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (NATIONAL.matcher(digits).matches()) {
            spellings.add("+1" + digits);
            spellings.add("1" + digits);
        }
        if (digits.startsWith("1") && NATIONAL.matcher(digits.substring(1)).matches()) {
            spellings.add(digits.substring(1));
        }
        spellings.add("+" + digits);
        spellings.add(digits);
        return spellings;
    }

    /** Only what can be dialled on keys is compared with patterns. */
    boolean keysOnly() {
        return KEYS.matcher(text).matches();
    }
}
