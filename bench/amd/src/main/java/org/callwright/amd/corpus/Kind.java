package org.callwright.amd.corpus;

import java.util.Locale;

/** Who answers. */
public enum Kind {
    HUMAN, MACHINE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
