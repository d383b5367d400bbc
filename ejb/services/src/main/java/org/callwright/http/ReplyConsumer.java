package org.callwright.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Takes one response and breaks it off as soon as it is too large, announced or not, or when nobody waits for it.
 * Compressed bodies are refused: we ask for none, and their real size shows only after they are unpacked. The query's
 * sink is asked for when the head of a final answer is there.
 */
final class ReplyConsumer<T> implements AsyncResponseConsumer<Reply<T>> {

    private static final Set<String> LISTS = Set.of("cache-control", "vary");

    private final HttpQuery<T> query;
    private final BooleanSupplier over;
    private final Map<String, String> headers = new HashMap<>();
    private FutureCallback<Reply<T>> callback;
    private BodySink<T> sink;
    private int status;
    private long received;
    private volatile boolean begun;
    private boolean complete;

    /** @param over whether nobody waits for the response any more */
    ReplyConsumer(HttpQuery<T> query, BooleanSupplier over) {
        this.query = query;
        this.over = over;
    }

    /** Whether any of the response has arrived. */
    boolean begun() {
        return begun;
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context,
            FutureCallback<Reply<T>> resultCallback) throws HttpException, IOException {
        begun = true;
        callback = resultCallback;
        status = response.getCode();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            headers.merge(name, header.getValue(), (one, next) -> LISTS.contains(name) ? one + ", " + next : one);
        }
        if (!Reply.isRedirect(status)) {
            sink = query.sink().get();
            if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
                throw new CompressedException();
            }
        }
        if (entity != null && entity.getContentLength() > query.maxBytes()) {
            throw new TooLargeException(query.maxBytes());
        }
        if (entity == null) {
            finish();
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        begun = true;
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (over.getAsBoolean()) {
            throw new InterruptedIOException("the time for the whole response is over");
        }
        received += bytes.remaining();
        if (received > query.maxBytes()) {
            throw new TooLargeException(query.maxBytes());
        }
        if (!Reply.isRedirect(status)) {
            sink.accept(bytes);
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) throws IOException {
        finish();
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public void releaseResources() {
        if (!complete && sink != null) {
            sink.abort();
            sink = null;
        }
    }

    private void finish() throws IOException {
        Optional<T> body = Reply.isRedirect(status) ? Optional.empty() : Optional.of(sink.complete());
        complete = true;
        callback.completed(new Reply<>(status, Map.copyOf(headers), body));
    }
}
