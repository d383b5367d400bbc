package org.callwright.http;

import java.net.URI;
import java.util.Map;

/**
 * An answer that is no redirect.
 *
 * @param url that answered, after redirects
 * @param headers by lower-case name; of repeated ones the first, but all of Cache-Control and Vary, with commas between
 */
public record HttpAnswer<T>(URI url, int status, Map<String, String> headers, T body) {

    public String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }
}
