package org.callwright.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callwright.call.value.Credentials;

/**
 * A challenge of digest authentication (RFC 3261 section 22.4, RFC 7616) and the answer to it. Texts stay as they stood
 * between their quotation marks.
 *
 * @param opaque empty: there is none
 * @param algorithm as the challenge names it
 * @param qop whether the answer has the quality of protection {@code auth}
 * @param stale whether only the nonce of an earlier answer was too old
 */
record DigestChallenge(String realm, String nonce, String opaque, String algorithm, boolean qop, boolean stale) {

    private static final String SCHEME = "digest ";
    private static final String SESSION = "-SESS";
    /** Never goes back over what it has taken, whatever the other side sends. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?<![A-Za-z])([A-Za-z]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]++))");

    /** Reads a WWW-Authenticate or Proxy-Authenticate header; empty when it is no challenge that we could answer. */
    static Optional<DigestChallenge> parse(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header.substring(SCHEME.length()));
        while (matcher.find()) {
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT),
                    matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        String offered = parameters.getOrDefault("qop", "");
        boolean auth = Stream.of(offered.split(",")).anyMatch(one -> one.strip().equalsIgnoreCase("auth"));
        DigestChallenge challenge = new DigestChallenge(parameters.getOrDefault("realm", ""),
                parameters.getOrDefault("nonce", ""), parameters.getOrDefault("opaque", ""),
                parameters.getOrDefault("algorithm", "MD5"), auth,
                parameters.getOrDefault("stale", "").equalsIgnoreCase("true"));
        boolean answerable = (auth || offered.isEmpty() && !challenge.ofSession()) && challenge.hash().isPresent();
        return Optional.of(challenge).filter(any -> answerable && !challenge.nonce.isEmpty());
    }

    /**
     * The value of the Authorization or Proxy-Authorization header.
     *
     * @param uri the Request-URI
     * @param cnonce random; no quotation marks
     * @param count how often the nonce has been used, with this time
     */
    String answer(Credentials credentials, String method, String uri, String cnonce, int count) {
        String nc = String.format("%08x", count);
        String user = hash(credentials.username() + ':' + realm + ':' + credentials.password());
        String secret = ofSession() ? hash(user + ':' + nonce + ':' + cnonce) : user;
        String request = hash(method + ':' + uri);
        String response = hash(secret + ':' + nonce + (qop ? ':' + nc + ':' + cnonce + ":auth:" : ":") + request);
        return "Digest username=\"" + credentials.username() + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", response=\"" + response + "\", algorithm=" + algorithm
                + (opaque.isEmpty() ? "" : ", opaque=\"" + opaque + '"')
                + (qop ? ", qop=auth, nc=" + nc + ", cnonce=\"" + cnonce + '"' : "");
    }

    private boolean ofSession() {
        return algorithm.toUpperCase(Locale.ROOT).endsWith(SESSION);
    }

    private Optional<String> hash() {
        String name = algorithm.toUpperCase(Locale.ROOT).replace(SESSION, "");
        return Stream.of("MD5", "SHA-256").filter(name::equals).findFirst();
    }

    private String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(hash().orElseThrow())
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }
}
