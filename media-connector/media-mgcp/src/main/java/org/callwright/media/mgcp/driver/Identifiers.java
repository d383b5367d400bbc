package org.callwright.media.mgcp.driver;

import java.security.SecureRandom;
import java.util.Locale;
import org.callwright.media.mgcp.agent.Dialect;

/** Call ids and request ids: random numbers in hexadecimal, upper case. */
final class Identifiers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifiers() {
    }

    /** One of 64 bits; of 31 where ids are read as numbers of that size, and come back without leading zeros. */
    static String next(Dialect dialect) {
        return dialect == Dialect.RESTCOMM
                ? Integer.toHexString(1 + RANDOM.nextInt(Integer.MAX_VALUE)).toUpperCase(Locale.ROOT)
                : String.format("%016X", RANDOM.nextLong());
    }
}
