package org.callwright.media.mgcp.driver;

import java.security.SecureRandom;

/** Call ids and request ids: hexadecimal (RFC 3435, 3.2.2.2), not to be guessed. */
final class Identifiers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifiers() {
    }

    static String next() {
        return String.format("%016X", RANDOM.nextLong());
    }
}
