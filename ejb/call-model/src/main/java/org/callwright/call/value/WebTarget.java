package org.callwright.call.value;

import java.net.URI;
import java.util.Objects;

/** An application's URL and the method to request it with; the URL is absolute. */
public record WebTarget(URI url, HttpMethod method) {

    public WebTarget {
        Objects.requireNonNull(method, "method");
        if (!url.isAbsolute()) {
            throw new IllegalArgumentException("not an absolute URL: " + url);
        }
    }
}
