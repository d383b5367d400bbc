package org.callwright.call.value;

import java.util.regex.Pattern;

/**
 * SID of a call: {@code ID{32 hex}-CA{32 hex}}, instance and call; the bare {@code CA{32 hex}} of older data is
 * accepted.
 */
public record CallSid(String value) {

    private static final Pattern FORM = Pattern.compile("(ID[0-9a-f]{32}-)?CA[0-9a-f]{32}");

    public CallSid {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a call SID: " + value);
        }
    }

    /** The instance part, {@code ID…}, or empty for the bare form. */
    public String instanceId() {
        int dash = value.indexOf('-');
        return dash < 0 ? "" : value.substring(0, dash);
    }

    @Override
    public String toString() {
        return value;
    }
}
