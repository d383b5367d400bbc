package org.callwright.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as lower-case hexadecimal text. */
public final class Digests {

    private static final MessageDigest MD5 = digest("MD5");
    private static final MessageDigest SHA_256 = digest("SHA-256");

    private Digests() {
    }

    /** MD5 of the UTF-8 text: for names derived from names and for HTTP and SIP digests, never to protect a secret. */
    public static String md5Hex(String text) {
        return hex(MD5, text);
    }

    /** SHA-256 of the UTF-8 text. */
    public static String sha256Hex(String text) {
        return hex(SHA_256, text);
    }

    /** Copies are cheap; finding the algorithm among the JDK's providers for each request is not. */
    private static String hex(MessageDigest unused, String text) {
        try {
            MessageDigest digest = (MessageDigest) unused.clone();
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every digest of the JDK can be copied", e);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
