package org.callwright.speech;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.call.value.Parameter;
import org.callwright.http.Freshness;
import org.callwright.http.GuardedHttpClient;
import org.callwright.settings.SpeechSettings;

/**
 * The audio of a Play. The file goes to a folder of its own and is deleted when it was played, unless its host allows
 * that it is kept for others who play the same URL. What a run that died left there is deleted at the next start.
 */
public final class RemoteAudio {

    private static final long MIB = 1_048_576;

    private final AudioFetcher fetcher;
    private final Path folder;
    private final PlayCache cache;
    private final Clock clock;

    RemoteAudio(GuardedHttpClient http, Path folder, SpeechSettings settings, SpeechWorkers workers, Clock clock)
            throws IOException {
        this.fetcher = new AudioFetcher(http, settings, workers);
        this.folder = folder;
        this.cache = new PlayCache(settings.playCacheMib() * MIB);
        this.clock = clock;
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path left : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** Fails with a {@link PromptException}. */
    public CompletionStage<PreparedPrompt> fetch(URI url) {
        Optional<PlayCache.Kept> kept = cache.find(url);
        if (kept.isPresent() && clock.instant().isBefore(kept.get().freshness().until())) {
            return CompletableFuture.completedFuture(prompt(kept.get().file()));
        }
        return ask(url, kept);
    }

    private CompletionStage<PreparedPrompt> ask(URI url, Optional<PlayCache.Kept> kept) {
        Instant asked = clock.instant();
        List<Parameter> conditions = kept.map(entry -> entry.freshness().conditions()).orElse(List.of());
        return fetcher.ask(url, conditions, folder.resolve(UUID.randomUUID() + ".wav"))
                .whenComplete((answer, failure) -> {
                    if (failure != null || answer.file().isPresent()) {
                        kept.ifPresent(entry -> entry.file().release());
                    }
                })
                .thenCompose(answer -> answer.file().isPresent()
                        ? CompletableFuture.completedFuture(fetched(url, answer, answer.file().get(), asked))
                        : confirmed(url, answer, kept.orElseThrow(), asked));
    }

    private PreparedPrompt fetched(URI url, FetchedAudio answer, Path file, Instant asked) {
        SharedFile.Hold hold = new SharedFile(file).hold();
        if (answer.url().equals(url)) {
            cache.keep(url, hold, file.toFile().length(), new Freshness(answer.headers(), asked));
        } else {
            cache.forget(url);
        }
        return prompt(hold);
    }

    /** Another URL that was redirected to knows nothing of what this one once answered. */
    private CompletionStage<PreparedPrompt> confirmed(URI url, FetchedAudio answer, PlayCache.Kept kept,
            Instant asked) {
        if (!answer.url().equals(url)) {
            kept.file().release();
            return ask(url, Optional.empty());
        }
        cache.confirm(url, kept, kept.freshness().confirmed(answer.headers(), asked));
        return CompletableFuture.completedFuture(prompt(kept.file()));
    }

    private static PreparedPrompt prompt(SharedFile.Hold hold) {
        return new PreparedPrompt(hold.path(), "", "", "", hold::release);
    }
}
