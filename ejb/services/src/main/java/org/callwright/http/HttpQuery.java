package org.callwright.http;

import java.time.Duration;
import java.util.List;
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
 */
public record HttpQuery<T>(
        WebRequest request,
        String accept,
        long maxBytes,
        Duration timeout,
        Supplier<? extends BodySink<T>> sink,
        List<Parameter> headers) {

    public HttpQuery {
        headers = List.copyOf(headers);
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
