package org.callwright.speech;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.callwright.http.GuardedHttpClient;
import org.callwright.settings.SpeechSettings;

/**
 * The audio of a Play. The file goes to a folder of its own and is deleted when it was played; what a run that died left
 * there is deleted at the next start.
 */
public final class RemoteAudio {

    private final AudioFetcher fetcher;
    private final Path folder;

    RemoteAudio(GuardedHttpClient http, Path folder, SpeechSettings settings, SpeechWorkers workers)
            throws IOException {
        this.fetcher = new AudioFetcher(http, settings, workers);
        this.folder = folder;
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path left : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** Fails with a {@link PromptException}. */
    public CompletionStage<PreparedPrompt> fetch(URI url) {
        return fetcher.fetch(url, folder.resolve(UUID.randomUUID() + ".wav")).thenApply(file ->
                new PreparedPrompt(file, "", "", "", () -> AudioFetcher.delete(file)));
    }
}
