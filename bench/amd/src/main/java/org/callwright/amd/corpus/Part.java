package org.callwright.amd.corpus;

import java.util.Locale;

/** The two halves of the corpus. They share no voice, and of texts only the word "Hello?" and names. */
public enum Part {
    TUNING, TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
