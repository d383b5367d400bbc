package org.callwright.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;

/**
 * A question to ask.
 *
 * @param accept value of the Accept header
 * @param maxBytes cap of the body
 * @param timeout from now to the last byte, with waiting and redirects
 * @param sink makes the taker of a body; asked again for each redirect
 * @param headers sent besides the usual ones
 * @param content sent as it is, by POST and with the URL's query as it is; then the request's parameters are not used
 */
public record HttpQuery<T>(
        WebRequest request,
        String accept,
        long maxBytes,
        Duration timeout,
        Supplier<? extends BodySink<T>> sink,
        List<Parameter> headers,
        Optional<Content> content) {

    /** A body of another kind than a form. */
    public record Content(String mediaType, byte[] bytes) {
    }

    public HttpQuery {
        headers = List.copyOf(headers);
    }

    /** A question whose parameters are all that it says. */
    public HttpQuery(WebRequest request, String accept, long maxBytes, Duration timeout,
            Supplier<? extends BodySink<T>> sink, List<Parameter> headers) {
        this(request, accept, maxBytes, timeout, sink, headers, Optional.empty());
    }

    /** A question without headers of its own. */
    public HttpQuery(WebRequest request, String accept, long maxBytes, Duration timeout,
            Supplier<? extends BodySink<T>> sink) {
        this(request, accept, maxBytes, timeout, sink, List.of());
    }

    /** Bodies in memory. */
    public static Supplier<BodySink<byte[]>> bytes() {
        return BytesSink::new;
    }
}
