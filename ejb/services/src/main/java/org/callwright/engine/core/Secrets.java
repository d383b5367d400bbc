package org.callwright.engine.core;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random text that nobody can guess. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {
    }

    /** 32 lower-case hexadecimal digits. */
    static String hex32() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
