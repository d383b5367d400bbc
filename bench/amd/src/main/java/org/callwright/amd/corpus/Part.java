package org.callwright.amd.corpus;

import java.util.Locale;

/** The two halves of the corpus. They have no voice and, but for the word "Hello?", no text in common. */
public enum Part {
    TUNING, TEST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
