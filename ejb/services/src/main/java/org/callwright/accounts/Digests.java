package org.callwright.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as lower-case hexadecimal text. */
public final class Digests {

    private Digests() {
    }

    /** MD5 of the UTF-8 text: for names derived from names and for HTTP and SIP digests, never to protect a secret. */
    public static String md5Hex(String text) {
        return hex("MD5", text);
    }

    /** SHA-256 of the UTF-8 text. */
    public static String sha256Hex(String text) {
        return hex("SHA-256", text);
    }

    private static String hex(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
