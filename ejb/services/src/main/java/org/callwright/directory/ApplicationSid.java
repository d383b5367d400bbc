package org.callwright.directory;

import java.util.regex.Pattern;

/** SID of an application: {@code AP} and 32 lower-case hexadecimal digits. */
public record ApplicationSid(String value) {

    private static final Pattern FORM = Pattern.compile("AP[0-9a-f]{32}");

    public ApplicationSid {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an application SID: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
