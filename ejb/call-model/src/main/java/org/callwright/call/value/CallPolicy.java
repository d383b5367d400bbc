package org.callwright.call.value;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Operator's choices that a session takes along for its life.
 *
 * @param recordRequestsCurrentDocument whether a Record without action requests the current document again
 * @param maxCallLength after which a call is hung up, whatever it does
 * @param maxDocuments documents that one call may fetch before it is taken for a loop and ended
 * @param publicBaseUrl scheme, host and port under which applications reach this platform, without a trailing slash;
 *     the URLs of recordings begin with it
 * @param trunk {@code host:port} where calls to numbers go; without it no number can be dialled
 */
public record CallPolicy(
        boolean recordRequestsCurrentDocument, Duration maxCallLength, int maxDocuments, String publicBaseUrl,
        Optional<String> trunk) {

    private static final String LOCAL_URL = "http://127.0.0.1:8080";

    public static final CallPolicy DEFAULT = new CallPolicy(true, Duration.ofHours(4), 10_000, LOCAL_URL);

    public CallPolicy {
        Objects.requireNonNull(maxCallLength, "maxCallLength");
        if (URI.create(publicBaseUrl).getHost() == null || publicBaseUrl.endsWith("/")) {
            throw new IllegalArgumentException("not scheme, host and port without a trailing slash: " + publicBaseUrl);
        }
    }

    /** A policy without a trunk. */
    public CallPolicy(
            boolean recordRequestsCurrentDocument, Duration maxCallLength, int maxDocuments, String publicBaseUrl) {
        this(recordRequestsCurrentDocument, maxCallLength, maxDocuments, publicBaseUrl, Optional.empty());
    }

    /** A policy whose public URL is that of a server on this host with default settings. */
    public CallPolicy(boolean recordRequestsCurrentDocument, Duration maxCallLength, int maxDocuments) {
        this(recordRequestsCurrentDocument, maxCallLength, maxDocuments, LOCAL_URL);
    }
}
