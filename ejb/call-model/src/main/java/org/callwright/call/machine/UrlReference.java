package org.callwright.call.machine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * References in documents and the URLs they stand for (RFC 3986 section 5.2, where {@link URI#resolve} still follows
 * 2396).
 */
final class UrlReference {

    private UrlReference() {
    }

    /** An absolute URL with a host; empty when the text makes none. Blanks in the text are tolerated. */
    static Optional<URI> resolve(URI base, String text) {
        try {
            URI reference = new URI(text.strip().replace(" ", "%20"));
            return Optional.of(resolve(base, reference)).filter(url -> url.isAbsolute() && url.getHost() != null);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI resolve(URI base, URI reference) {
        if (reference.isAbsolute()) {
            return reference;
        }
        String whole = base.toString();
        if (reference.toString().startsWith("?")) {
            return URI.create(cut(cut(whole, '#'), '?') + reference);
        }
        boolean noPath = base.getRawPath() == null || base.getRawPath().isEmpty();
        return (noPath ? URI.create(cut(cut(whole, '#'), '?') + "/") : base).resolve(reference);
    }

    /**
     * The URL of a document that was asked for at one URL and answered by another. They differ after a redirect; that
     * the second merely carries a query of request parameters is no difference.
     */
    static URI ofDocument(URI asked, URI answered) {
        String askedPlace = cut(cut(asked.toString(), '#'), '?');
        boolean same = askedPlace.equals(cut(cut(answered.toString(), '#'), '?'));
        return same || !answered.isAbsolute() ? asked : answered;
    }

    private static String cut(String text, char from) {
        int at = text.indexOf(from);
        return at < 0 ? text : text.substring(0, at);
    }
}
