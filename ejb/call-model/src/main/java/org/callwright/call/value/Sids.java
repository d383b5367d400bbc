package org.callwright.call.value;

import java.util.regex.Pattern;

/** The form that all SIDs share. */
final class Sids {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    private Sids() {
    }

    static void check(String prefix, String value) {
        if (value == null || !value.startsWith(prefix) || !HEX.matcher(value.substring(prefix.length())).matches()) {
            throw new IllegalArgumentException("not a SID of the form " + prefix + "{32 hex}: " + value);
        }
    }
}
