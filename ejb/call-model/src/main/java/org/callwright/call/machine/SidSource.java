package org.callwright.call.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Derives SIDs: the first half of SHA-256 over seed, kind and number. A replay gives the same SIDs; who does not know
 * the seed can't guess one.
 */
final class SidSource {

    private SidSource() {
    }

    static String derive(String seed, String kind, long number) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest((seed + '\n' + kind + '\n' + number).getBytes(StandardCharsets.UTF_8));
            return kind + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
