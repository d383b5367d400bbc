package org.callwright.http;

import java.time.Duration;
import java.util.function.Supplier;
import org.callwright.call.value.WebRequest;

/**
 * A question to ask.
 *
 * @param accept value of the Accept header
 * @param maxBytes cap of the body
 * @param timeout from now to the last byte, with waiting and redirects
 * @param sink makes the taker of a body; asked again for each redirect
 */
public record HttpQuery<T>(
        WebRequest request, String accept, long maxBytes, Duration timeout, Supplier<? extends BodySink<T>> sink) {
}
