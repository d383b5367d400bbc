package org.callwright.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * An auth token at rest: salted SHA-256. Tokens are long random texts, so that a slow hash would only slow every request
 * down. The token may be presented as it is, or as the clear password whose MD5 in hexadecimal is the token; both are
 * always tried and compared in constant time, so that time tells nothing.
 */
public record TokenHash(String salt, String digest) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Matches nothing that anybody can present; verifying against it costs what verifying a real one does. */
    static final TokenHash NOBODY = of(randomHex());

    public static TokenHash of(String token) {
        String salt = randomHex();
        return new TokenHash(salt, Digests.sha256Hex(salt + ":" + token));
    }

    /** Reads {@link #stored}. */
    public static TokenHash parse(String stored) {
        int colon = stored.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a stored token hash");
        }
        return new TokenHash(stored.substring(0, colon), stored.substring(colon + 1));
    }

    /** One text that holds both parts. */
    public String stored() {
        return salt + ":" + digest;
    }

    public boolean matches(String presented) {
        return hashes(presented) | hashes(Digests.md5Hex(presented));
    }

    private boolean hashes(String token) {
        byte[] candidate = Digests.sha256Hex(salt + ":" + token).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(candidate, digest.getBytes(StandardCharsets.US_ASCII));
    }

    private static String randomHex() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "TokenHash[hidden]";
    }
}
