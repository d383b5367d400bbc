package org.callwright.media.mgcp.message;

import java.util.Locale;

/**
 * One parameter line. Control characters of the value become blanks, so that a value never makes a line of its own.
 *
 * @param name upper case, see {@link ParameterNames}
 */
public record Parameter(String name, String value) {

    public Parameter {
        name = name.toUpperCase(Locale.ROOT);
        value = printable(value);
    }

    private static String printable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return value.replaceAll("\\p{Cntrl}", " ").strip();
            }
        }
        return value;
    }
}
