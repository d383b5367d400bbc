package org.callwright.load.sip;

import java.util.Arrays;
import java.util.List;

/**
 * A time with one rate of calls.
 *
 * @param name as the report calls it
 * @param rate calls placed a second
 * @param seconds how long
 */
public record Phase(String name, double rate, double seconds) {

    /** Reads {@code name=RATExSECONDS,...}, such as {@code warm=50x20,clean=300x60}. */
    public static List<Phase> parse(String plan) {
        return Arrays.stream(plan.split(",")).map(Phase::one).toList();
    }

    private static Phase one(String text) {
        String[] parts = text.split("[=x](?=[\\d.])");
        if (parts.length != 3) {
            throw new IllegalArgumentException(text + " is not name=RATExSECONDS");
        }
        return new Phase(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    public long calls() {
        return Math.round(rate * seconds);
    }
}
