package org.callwright.tms.web.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a request that comes twice is known: the key that its client gave it, else its whole body. Either way a
 * digest of the same length.
 */
final class RepeatKey {

    static final String HEADER = "Idempotency-Key";

    private final DigestInputStream body;

    RepeatKey(InputStream body) {
        this.body = new DigestInputStream(body, sha256());
    }

    /** The body, to be read to its end. */
    InputStream body() {
        return body;
    }

    /**
     * The key, when the body is read.
     *
     * @param given the header; null for none
     */
    String of(String given) {
        return given == null || given.isBlank()
                ? HexFormat.of().formatHex(body.getMessageDigest().digest())
                : HexFormat.of().formatHex(sha256().digest(given.strip().getBytes(UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
