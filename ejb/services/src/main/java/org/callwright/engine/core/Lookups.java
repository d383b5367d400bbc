package org.callwright.engine.core;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.callwright.call.CallEvent;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.InviteFacts;
import org.callwright.engine.port.Directory;
import org.callwright.engine.port.Directory.Resolution;

/**
 * Asks the directory whose a dialled number is, away from the engine's threads and not longer than {@link #LIMIT}. When
 * the directory fails, the last answer for that number counts, however old; without one the caller is asked to try again.
 * A directory that did not answer in time is left alone for a second, so that calls do not queue up behind it.
 */
final class Lookups {

    static final Duration LIMIT = Duration.ofSeconds(2);
    static final Duration REST = Duration.ofSeconds(1);
    private static final int REMEMBERED = 10_000;

    private final Directory directory;
    private final Executor pool;
    private final Duration limit;
    private final LongSupplier nanoClock;
    private final Map<Dialled, Resolution> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Dialled, Resolution> eldest) {
            return size() > REMEMBERED;
        }
    };
    private volatile Optional<Long> restsUntil = Optional.empty();

    private record Dialled(String number, String host) {

        static Dialled of(InviteFacts facts) {
            return new Dialled(facts.to(), facts.toHost());
        }
    }

    Lookups(Directory directory, Executor pool, Duration limit, LongSupplier nanoClock) {
        this.directory = directory;
        this.pool = pool;
        this.limit = limit;
        this.nanoClock = nanoClock;
    }

    /** The event that says whose the number is, or that nobody can say; never fails. */
    CompletionStage<CallEvent> resolve(CallSid leg, InviteFacts facts) {
        if (restsUntil.filter(until -> nanoClock.getAsLong() - until < 0).isPresent()) {
            return CompletableFuture.completedFuture(withoutDirectory(leg, facts));
        }
        CompletableFuture<Resolution> answer = new CompletableFuture<>();
        try {
            pool.execute(() -> ask(facts, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS).handle((resolution, failure) -> {
            if (failure == null) {
                return event(leg, resolution);
            }
            if (failure instanceof TimeoutException) {
                restsUntil = Optional.of(nanoClock.getAsLong() + REST.toNanos());
            }
            LOG.lookupFailed(leg, failure);
            return withoutDirectory(leg, facts);
        });
    }

    private void ask(InviteFacts facts, CompletableFuture<Resolution> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            Resolution resolution = directory.resolve(facts);
            remember(facts, resolution);
            answer.complete(resolution);
        } catch (RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
        }
    }

    private void remember(InviteFacts facts, Resolution resolution) {
        synchronized (last) {
            if (resolution instanceof Resolution.Unknown) {
                last.remove(Dialled.of(facts));
            } else {
                last.put(Dialled.of(facts), resolution);
            }
        }
    }

    private CallEvent withoutDirectory(CallSid leg, InviteFacts facts) {
        synchronized (last) {
            return Optional.ofNullable(last.get(Dialled.of(facts))).map(resolution -> event(leg, resolution))
                    .orElseGet(() -> new CallEvent.DestinationUnavailable(leg, "the directory does not answer"));
        }
    }

    private static CallEvent event(CallSid leg, Resolution resolution) {
        if (resolution instanceof Resolution.Found found) {
            return new CallEvent.DestinationFound(leg, found.destination());
        }
        if (resolution instanceof Resolution.Forbidden forbidden) {
            return new CallEvent.DestinationForbidden(leg, forbidden.account(), forbidden.reason());
        }
        return new CallEvent.DestinationUnknown(leg);
    }
}
