package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.WebhookException;
import org.callwright.http.FileSink;
import org.callwright.http.GuardedHttpClient;
import org.callwright.http.HttpAnswer;
import org.callwright.http.HttpQuery;
import org.callwright.media.codecs.file.AudioFiles;
import org.callwright.media.codecs.file.TelephonyWav;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioStream;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.settings.SpeechSettings;

/**
 * Fetches audio files of applications and converts them to what is played: WAV of any rate, GSM, and whatever else a
 * plug-in reads. What a file is, its content tells.
 */
public final class AudioFetcher {

    private static final String ACCEPTED = "audio/wav, audio/x-wav, audio/mpeg, audio/*;q=0.5";
    private static final int MAX_SECONDS = 3_600;
    private static final int NOT_MODIFIED = 304;

    private final GuardedHttpClient http;
    private final SpeechSettings settings;
    private final SpeechWorkers workers;
    private final AudioFiles kinds =
            AudioFiles.installed(AudioFetcher.class.getClassLoader(), Thread.currentThread().getContextClassLoader());

    /** @param workers where files are converted */
    public AudioFetcher(GuardedHttpClient http, SpeechSettings settings, SpeechWorkers workers) {
        this.http = http;
        this.settings = settings;
        this.workers = workers;
    }

    /**
     * Fetches and converts; the file is there when it is whole, on the disk too, and nothing is left behind otherwise.
     *
     * @param url as an application gave it
     * @param into a WAV of 8 kHz, 16 bit, mono; its folder also takes what is needed meanwhile
     * @return the file; fails with a {@link PromptException}
     */
    public CompletionStage<Path> fetch(URI url, Path into) {
        return ask(url, List.of(), into, true).thenApply(answer -> answer.file().orElseThrow());
    }

    /**
     * The same for a file that need not outlive the server.
     *
     * @param conditions headers that make the host send nothing when what the caller has still holds; none if it has
     *         nothing
     */
    CompletionStage<FetchedAudio> ask(URI url, List<Parameter> conditions, Path into) {
        return ask(url, conditions, into, false);
    }

    private CompletionStage<FetchedAudio> ask(URI url, List<Parameter> conditions, Path into, boolean lasting) {
        CompletableFuture<FetchedAudio> ready = new CompletableFuture<>();
        if (!url.isAbsolute()) {
            ready.completeExceptionally(
                    new PromptException(PromptException.BAD_URL, "the URL is not absolute", null));
            return ready;
        }
        Path fetched = into.resolveSibling(into.getFileName() + ".fetched");
        WebRequest request = new WebRequest(new WebTarget(url, HttpMethod.GET), List.of());
        AtomicBoolean answered = new AtomicBoolean();
        http.ask(new HttpQuery<>(request, ACCEPTED, settings.maxAudioBytes(), settings.audioTimeout(), () -> {
            answered.set(true);
            return new FileSink(fetched);
        }, conditions)).whenComplete((answer, failure) -> {
            if (failure != null) {
                delete(fetched);
                ready.completeExceptionally(refused(failure, answered.get()));
            } else if (answer.status() == NOT_MODIFIED && !conditions.isEmpty()) {
                delete(fetched);
                ready.complete(new FetchedAudio(answer.url(), answer.headers(), Optional.empty()));
            } else {
                convert(answer, into, lasting, ready);
            }
        });
        return ready;
    }

    private void convert(HttpAnswer<Path> answer, Path into, boolean lasting, CompletableFuture<FetchedAudio> ready) {
        CompletableFuture<Path> converted = new CompletableFuture<>();
        converted.whenComplete((file, failure) -> {
            delete(answer.body());
            if (failure != null) {
                ready.completeExceptionally(unplayable(failure));
            } else {
                ready.complete(new FetchedAudio(answer.url(), answer.headers(), Optional.of(file)));
            }
        });
        workers.run(converted, () -> {
            Path part = into.resolveSibling(into.getFileName() + ".part");
            try {
                check(answer);
                try (AudioStream audio = kinds.open(answer.body())) {
                    TelephonyWav.write(audio, part, MAX_SECONDS);
                }
                if (lasting) {
                    force(part);
                }
                Files.move(part, into, StandardCopyOption.ATOMIC_MOVE);
                if (!converted.complete(into)) {
                    delete(into);
                }
            } catch (PromptException | IOException | RuntimeException e) {
                delete(part);
                converted.completeExceptionally(e);
            }
        });
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void check(HttpAnswer<Path> answer) throws PromptException {
        if (answer.status() != 200) {
            throw new PromptException(PromptException.UNPLAYABLE, "the host answered " + answer.status(), null);
        }
    }

    /** A host that answered was there: what is wrong then is the file. */
    private static PromptException refused(Throwable failure, boolean answered) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof WebhookException known)) {
            return new PromptException(PromptException.UNPLAYABLE, "the audio could not be fetched", cause);
        }
        int code = switch (known.failure()) {
            case INVALID_URL, ADDRESS_REFUSED -> PromptException.BAD_URL;
            case TOO_LARGE, TIMEOUT -> PromptException.NO_AUDIO;
            default -> answered ? PromptException.NO_AUDIO : PromptException.UNPLAYABLE;
        };
        return new PromptException(code, known.getMessage(), known);
    }

    private static PromptException unplayable(Throwable failure) {
        if (failure instanceof PromptException known) {
            return known;
        }
        if (failure instanceof AudioFileException broken) {
            return new PromptException(
                    PromptException.NO_AUDIO, "the audio can't be played: " + broken.getMessage(), broken);
        }
        String text = failure instanceof TtsException ? "the audio was not ready in time" : "the audio can't be played";
        return new PromptException(PromptException.NO_AUDIO, text, failure);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.cacheEntryStays(file.getFileName().toString(), e);
        }
    }
}
