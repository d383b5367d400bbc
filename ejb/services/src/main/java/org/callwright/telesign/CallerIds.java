package org.callwright.telesign;

/** Caller ids however they are written. */
public final class CallerIds {

    private CallerIds() {
    }

    /** Only the digits. */
    public static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
