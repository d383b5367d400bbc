package org.callwright.telesign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request as a signature sees it: the bytes that were sent, nothing decoded.
 *
 * @param paths that the client may have meant; the query is in none
 * @param authorization and the other header values: empty when the header is not there
 * @param tsHeaders all that begin with x-ts-, by lower-case name
 * @param source address that the request came from
 * @param host that it was sent to, by its Host header, without a port
 */
public record SignedRequest(
        String method,
        Set<String> paths,
        String authorization,
        String contentType,
        String date,
        Map<String, String> tsHeaders,
        byte[] body,
        String source,
        String host) {

    public SignedRequest {
        paths = Set.copyOf(new LinkedHashSet<>(paths));
    }

    String ts(String name) {
        return tsHeaders.getOrDefault(name, "");
    }

    /** What is signed, lines joined by newlines; the body as it is. */
    byte[] toSign(String path) {
        SortedMap<String, String> sorted = new TreeMap<>(tsHeaders);
        StringBuilder head = new StringBuilder(method).append('\n')
                .append(contentType).append('\n')
                .append(sorted.containsKey("x-ts-date") ? "" : date).append('\n');
        sorted.forEach((name, value) -> head.append(name).append(':').append(value).append('\n'));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        text.writeBytes(body);
        text.writeBytes(((body.length > 0 ? "\n" : "") + path).getBytes(StandardCharsets.UTF_8));
        return text.toByteArray();
    }
}
