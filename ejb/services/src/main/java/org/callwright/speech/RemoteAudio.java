package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.WebhookException;
import org.callwright.http.FileSink;
import org.callwright.http.GuardedHttpClient;
import org.callwright.http.HttpAnswer;
import org.callwright.http.HttpQuery;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.settings.SpeechSettings;

/**
 * Fetches the WAV of a Play and converts it. The file goes to a folder of its own and is deleted when it was played;
 * what a run that died left there is deleted at the next start.
 */
public final class RemoteAudio {

    private static final int MAX_SECONDS = 3_600;

    private final GuardedHttpClient http;
    private final Path folder;
    private final SpeechSettings settings;
    private final SpeechWorkers workers;

    RemoteAudio(GuardedHttpClient http, Path folder, SpeechSettings settings, SpeechWorkers workers)
            throws IOException {
        this.http = http;
        this.folder = folder;
        this.settings = settings;
        this.workers = workers;
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path left : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** Fails with a {@link PromptException}. */
    public CompletionStage<PreparedPrompt> fetch(URI url) {
        Path fetched = folder.resolve(UUID.randomUUID() + ".fetched");
        CompletableFuture<PreparedPrompt> prepared = new CompletableFuture<>();
        if (!url.isAbsolute()) {
            prepared.completeExceptionally(
                    new PromptException(PromptException.BAD_URL, "the URL is not absolute", null));
            return prepared;
        }
        WebRequest request = new WebRequest(new WebTarget(url, HttpMethod.GET), List.of());
        http.ask(new HttpQuery<>(request, "audio/wav, audio/x-wav, audio/*;q=0.5", settings.maxAudioBytes(),
                        settings.audioTimeout(), () -> new FileSink(fetched)))
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        prepared.completeExceptionally(refused(failure));
                    } else {
                        convert(answer, prepared);
                    }
                });
        return prepared;
    }

    private void convert(HttpAnswer<Path> answer, CompletableFuture<PreparedPrompt> prepared) {
        CompletableFuture<PreparedPrompt> converted = new CompletableFuture<>();
        converted.whenComplete((prompt, failure) -> {
            delete(answer.body());
            if (failure != null) {
                prepared.completeExceptionally(unplayable(failure));
            } else if (!prepared.complete(prompt)) {
                prompt.close();
            }
        });
        workers.run(converted, () -> {
            try {
                check(answer);
                Path file = folder.resolve(UUID.randomUUID() + ".wav");
                WavFileWriter.write(file, WavReader.readAll(answer.body(), MAX_SECONDS));
                PreparedPrompt prompt = new PreparedPrompt(file, "", "", "", () -> delete(file));
                if (!converted.complete(prompt)) {
                    prompt.close();
                }
            } catch (PromptException | IOException | RuntimeException e) {
                converted.completeExceptionally(e);
            }
        });
    }

    private static void check(HttpAnswer<Path> answer) throws PromptException {
        if (answer.status() != 200) {
            throw new PromptException(PromptException.UNPLAYABLE, "the host answered " + answer.status(), null);
        }
        String type = answer.header("content-type").toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.startsWith("audio/") && !type.startsWith("application/octet-stream")) {
            throw new PromptException(PromptException.UNPLAYABLE, "the answer is not audio", null);
        }
    }

    private static PromptException refused(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof WebhookException known)) {
            return new PromptException(PromptException.UNPLAYABLE, "the audio could not be fetched", cause);
        }
        boolean badUrl = known.failure() == FetchFailure.INVALID_URL || known.failure() == FetchFailure.ADDRESS_REFUSED;
        return new PromptException(
                badUrl ? PromptException.BAD_URL : PromptException.UNPLAYABLE, known.getMessage(), known);
    }

    private static PromptException unplayable(Throwable failure) {
        if (failure instanceof PromptException known) {
            return known;
        }
        String text = failure instanceof TtsException ? "the audio was not ready in time" : "the audio can't be played";
        return new PromptException(PromptException.UNPLAYABLE, text, failure);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.cacheEntryStays(file.getFileName().toString(), e);
        }
    }
}
