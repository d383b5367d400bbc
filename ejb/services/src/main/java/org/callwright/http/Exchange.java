package org.callwright.http;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.callwright.call.value.FetchFailure;
import org.callwright.engine.port.WebhookException;

/**
 * One query on its way: check the URL, wait for a turn, look the name up, check its addresses, ask the one that was
 * checked, follow a redirect by starting over. No step blocks; whatever happens first, an answer, a failure or the
 * deadline, completes {@link #result}, and the turn is given back when its hop is over.
 */
final class Exchange<T> {

    private static final int MAX_REDIRECTS = 5;

    private final HttpQuery<T> query;
    private final TargetGuard guard;
    private final Budgets budgets;
    private final Executor lookups;
    private final HttpWire wire;
    private final CompletableFuture<HttpAnswer<T>> result = new CompletableFuture<>();
    private volatile Future<?> underWay = CompletableFuture.completedFuture(null);
    private int redirects;

    Exchange(HttpQuery<T> query, TargetGuard guard, Budgets budgets, Executor lookups, HttpWire wire) {
        this.query = query;
        this.guard = guard;
        this.budgets = budgets;
        this.lookups = lookups;
        this.wire = wire;
    }

    CompletableFuture<HttpAnswer<T>> result() {
        return result;
    }

    void start() {
        hop(query.request().target().url());
    }

    /** Breaks off with a timeout; does nothing when the exchange is over. */
    void expire() {
        if (result.completeExceptionally(Failures.timeout())) {
            underWay.cancel(true);
        }
    }

    private void hop(URI url) {
        try {
            guard.checkUrl(url);
        } catch (WebhookException e) {
            result.completeExceptionally(e);
            return;
        }
        String destination = (url.getScheme() + "://" + url.getHost() + ":" + TargetGuard.port(url))
                .toLowerCase(Locale.ROOT);
        CompletableFuture<Void> turn = budgets.acquire(destination);
        underWay = turn;
        cancelIfOver();
        turn.whenComplete((granted, refused) -> {
            if (turn.isCancelled()) {
                return;
            }
            if (refused != null) {
                result.completeExceptionally(Failures.of(refused));
                return;
            }
            CompletableFuture<Reply<T>> reply = new CompletableFuture<>();
            reply.whenComplete((answer, failure) -> budgets.release(destination));
            reply.whenComplete((answer, failure) -> arrived(url, answer, failure));
            lookUp(url, reply);
        });
    }

    private void lookUp(URI url, CompletableFuture<Reply<T>> reply) {
        try {
            lookups.execute(() -> {
                try {
                    ask(url, guard.resolve(url), 0, reply);
                } catch (WebhookException | RuntimeException e) {
                    reply.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            reply.completeExceptionally(e);
        }
    }

    private void ask(URI url, List<InetAddress> addresses, int attempt, CompletableFuture<Reply<T>> reply) {
        if (result.isDone()) {
            reply.completeExceptionally(Failures.timeout());
            return;
        }
        HttpHost host = new HttpHost(url.getScheme().toLowerCase(Locale.ROOT), addresses.get(0),
                TargetGuard.hostName(url), TargetGuard.port(url));
        ReplyConsumer<T> consumer = new ReplyConsumer<>(query, result::isDone);
        HttpClientContext context = HttpClientContext.create();
        underWay = wire.send(host, url, query, consumer, context, new FutureCallback<>() {
            @Override
            public void completed(Reply<T> answer) {
                reply.complete(answer);
            }

            @Override
            public void failed(Exception cause) {
                boolean nextAddress = cause instanceof ConnectException && addresses.size() > 1;
                if (nextAddress) {
                    ask(url, addresses.subList(1, addresses.size()), attempt, reply);
                } else if (attempt == 0 && !consumer.begun() && wasStale(cause, context)) {
                    ask(url, addresses, attempt + 1, reply);
                } else {
                    reply.completeExceptionally(cause);
                }
            }

            @Override
            public void cancelled() {
                reply.completeExceptionally(Failures.timeout());
            }
        });
        cancelIfOver();
    }

    private void arrived(URI url, Reply<T> reply, Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(Failures.of(failure));
        } else if (!reply.redirect()) {
            complete(url, reply);
        } else if (++redirects > MAX_REDIRECTS) {
            result.completeExceptionally(new WebhookException(FetchFailure.PROTOCOL, "redirected too often"));
        } else {
            follow(url, reply.headers().getOrDefault("location", ""));
        }
    }

    private void complete(URI url, Reply<T> reply) {
        T body = reply.body().orElseThrow();
        result.complete(new HttpAnswer<>(url, reply.status(), reply.headers(), body));
    }

    private void follow(URI from, String location) {
        try {
            if (location.isBlank()) {
                throw new IllegalArgumentException("no Location");
            }
            hop(from.resolve(location.strip()));
        } catch (IllegalArgumentException e) {
            result.completeExceptionally(
                    new WebhookException(FetchFailure.PROTOCOL, "redirected without a usable target", e));
        }
    }

    /** The deadline may have come between the start of something and its being noted as under way. */
    private void cancelIfOver() {
        if (result.isDone()) {
            underWay.cancel(true);
        }
    }

    /** A kept connection that the host had closed meanwhile (RFC 9112 section 9.3.1): the request may go again. */
    private static boolean wasStale(Exception cause, HttpClientContext context) {
        if (cause instanceof RequestNotExecutedException) {
            return true;
        }
        EndpointDetails connection = context.getEndpointDetails();
        return (cause instanceof ConnectionClosedException || cause instanceof SocketException)
                && connection != null && connection.getResponseCount() > 0;
    }
}
