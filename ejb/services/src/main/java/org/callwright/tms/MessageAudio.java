package org.callwright.tms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.callwright.speech.PromptException;

/**
 * The files of messages that play one: fetched once for all recipients of a message on this server, and again a minute
 * after it could not be had. For one thread.
 */
final class MessageAudio {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Map<Long, Fetch> fetches = new HashMap<>();

    /** Fetches a file and completes with its path, or fails with a {@link PromptException}. */
    @FunctionalInterface
    interface Fetcher {

        CompletionStage<Path> fetch(URI url, Path into);
    }

    /** How the file stands. */
    sealed interface State {

        record Ready(Path file) implements State {
        }

        record Coming() implements State {
        }

        /** @param reason may be shown to the application */
        record Missing(String reason) implements State {
        }
    }

    private record Fetch(Instant begun, CompletableFuture<Path> file) {
    }

    /** Deletes what an earlier run left in the folder. */
    MessageAudio(Path folder, Fetcher fetcher, Clock clock) {
        this.folder = folder;
        this.fetcher = fetcher;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).forEach(MessageAudio::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " can't be used", e);
        }
    }

    State of(long message, URI url) {
        Instant now = clock.instant();
        Fetch fetch = fetches.get(message);
        boolean stale = fetch != null && fetch.file().isCompletedExceptionally()
                && fetch.begun().plus(PATIENCE).isBefore(now);
        if (fetch == null || stale) {
            fetch = new Fetch(now, fetcher.fetch(url, folder.resolve(message + ".wav")).toCompletableFuture());
            fetch.file().whenComplete((file, failure) -> {
                if (failure != null) {
                    TmsLog.LOG.noAudio(message, reason(failure));
                }
            });
            fetches.put(message, fetch);
        }
        return state(fetch.file());
    }

    private static State state(CompletableFuture<Path> file) {
        if (!file.isDone()) {
            return new State.Coming();
        }
        try {
            return new State.Ready(file.join());
        } catch (CompletionException e) {
            return new State.Missing(reason(e));
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        return cause instanceof PromptException told ? told.getMessage() : "the audio could not be fetched";
    }

    /** The messages that it has files of, or has asked for them. */
    Set<Long> messages() {
        return Set.copyOf(fetches.keySet());
    }

    /** Deletes the files of messages that are over. */
    void keepOnly(LongPredicate live) {
        fetches.entrySet().removeIf(entry -> {
            Fetch fetch = entry.getValue();
            boolean over = fetch.file().isDone() && !live.test(entry.getKey());
            if (over && !fetch.file().isCompletedExceptionally()) {
                delete(fetch.file().join());
            }
            return over;
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            TmsLog.LOG.fileStays(file.getFileName().toString(), e);
        }
    }
}
