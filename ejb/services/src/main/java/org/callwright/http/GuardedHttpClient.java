package org.callwright.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.callwright.settings.WebhookSettings;

/**
 * The one HTTP client (design invariant 3). Callers never wait: {@link #ask} returns a stage that completes on a thread
 * of this client with whatever status the host answered, or fails with a
 * {@link org.callwright.engine.port.WebhookException}.
 *
 * <p>Threads: two for all connections, one for deadlines, a few for DNS, which can't be had without blocking.
 */
public final class GuardedHttpClient implements AutoCloseable {

    private static final int LOOKUP_THREADS = 16;
    private static final int MAX_LOOKUPS = 4_096;

    private final TargetGuard guard;
    private final Budgets budgets;
    private final HttpWire wire;
    private final ThreadPoolExecutor lookups;
    private final ScheduledThreadPoolExecutor deadlines;

    /**
     * Makes a running client.
     *
     * @param allow address ranges in CIDR form that may be asked besides the public ones
     */
    public GuardedHttpClient(WebhookSettings settings, List<String> allow, ThreadFactory threads) {
        this(settings, allow, threads, InetAddress::getAllByName, SSLContexts.createDefault());
    }

    GuardedHttpClient(WebhookSettings settings, List<String> allow, ThreadFactory threads,
            TargetGuard.Resolver resolver, SSLContext trust) {
        this(new TargetGuard(new AddressPolicy(allow), resolver), settings, threads, trust);
    }

    private GuardedHttpClient(TargetGuard guard, WebhookSettings settings, ThreadFactory threads, SSLContext trust) {
        this.guard = guard;
        budgets = new Budgets(settings.maxInFlight(), settings.maxQueued());
        wire = new HttpWire(settings, threads, trust);
        lookups = new ThreadPoolExecutor(LOOKUP_THREADS, LOOKUP_THREADS, 10, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_LOOKUPS), threads);
        lookups.allowCoreThreadTimeOut(true);
        deadlines = new ScheduledThreadPoolExecutor(1, threads);
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /**
     * Makes a running client for one service that the operator named: it may have any address, and nobody else is asked,
     * not by a redirect either.
     */
    public static GuardedHttpClient to(URI service, WebhookSettings settings, ThreadFactory threads) {
        return new GuardedHttpClient(TargetGuard.only(service, InetAddress::getAllByName), settings, threads,
                SSLContexts.createDefault());
    }

    public <T> CompletionStage<HttpAnswer<T>> ask(HttpQuery<T> query) {
        Exchange<T> exchange = new Exchange<>(query, guard, budgets, lookups, wire);
        try {
            Future<?> deadline = deadlines.schedule(
                    exchange::expire, query.timeout().toMillis(), TimeUnit.MILLISECONDS);
            exchange.result().whenComplete((answer, failure) -> deadline.cancel(false));
            exchange.start();
        } catch (RejectedExecutionException e) {
            exchange.result().completeExceptionally(Failures.of(e));
        }
        return exchange.result();
    }

    /** Destinations that something is under way to. */
    int busyDestinations() {
        return budgets.destinations();
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        wire.close();
        deadlines.shutdownNow();
    }
}
