package org.callwright.call.value;

/** The form that all SIDs share. */
final class Sids {

    private static final int DIGITS = 32;

    private Sids() {
    }

    static void check(String prefix, String value) {
        if (value == null || !value.startsWith(prefix) || !hex(value, prefix.length())) {
            throw new IllegalArgumentException("not a SID of the form " + prefix + "{32 hex}: " + value);
        }
    }

    /** SIDs are made for every row and request: no regular expression. */
    private static boolean hex(String value, int from) {
        if (value.length() != from + DIGITS) {
            return false;
        }
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
