package org.callwright.telesign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways of signing: an HMAC in base64. */
enum Signature {
    HMAC_SHA256("HmacSHA256"),
    HMAC_SHA1("HmacSHA1");

    private final String algorithm;

    Signature(String algorithm) {
        this.algorithm = algorithm;
    }

    /** By the value of x-ts-auth-method; case does not matter. */
    static Optional<Signature> named(String name) {
        return Stream.of(values())
                .filter(one -> one.name().replace('_', '-').equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    String of(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    String of(byte[] key, String text) {
        return of(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
