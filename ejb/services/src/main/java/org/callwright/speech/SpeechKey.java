package org.callwright.speech;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Name of a spoken text in the cache: SHA-256 over everything that makes it sound as it does. */
final class SpeechKey {

    /** Changes when we do something else to the audio of an engine. */
    private static final String FORMAT = "pcm16/8000/1";

    private SpeechKey() {
    }

    static String of(ProviderChain.Candidate candidate, String text, String voice) {
        MessageDigest digest = sha256();
        for (String part : List.of(FORMAT, candidate.provider().name(), candidate.provider().version(),
                candidate.language(), voice, text)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
