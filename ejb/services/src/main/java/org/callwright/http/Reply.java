package org.callwright.http;

import java.util.Map;
import java.util.Optional;

/** One response as it came, redirect or not; a redirect's body is thrown away. */
record Reply<T>(int status, Map<String, String> headers, Optional<T> body) {

    /** RFC 9110 section 15.4, without 300 and 304, which are final here. */
    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean redirect() {
        return isRedirect(status);
    }
}
