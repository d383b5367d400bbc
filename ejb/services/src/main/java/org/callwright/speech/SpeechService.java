package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.callwright.call.value.Prompt;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.TtsException;

/**
 * Speaks texts. A text that is in the cache comes from there; one that is just being spoken for somebody else is waited
 * for; otherwise a worker asks the providers in turn.
 */
public final class SpeechService {

    private final ProviderChain chain;
    private final FileCache cache;
    private final SpeechWorkers workers;
    private final SpeechFigures figures;
    private final ConcurrentMap<Prompt.Speech, CompletableFuture<Spoken>> underWay = new ConcurrentHashMap<>();

    /** A spoken text; each who wants it takes a lease of its own on the file. */
    private record Spoken(String key, ProviderChain.Candidate candidate) {
    }

    SpeechService(ProviderChain chain, FileCache cache, SpeechWorkers workers, SpeechFigures figures) {
        this.chain = chain;
        this.cache = cache;
        this.workers = workers;
        this.figures = figures;
    }

    /** Fails with a {@link PromptException} whose code is one of the 23xx family. */
    public CompletionStage<PreparedPrompt> speak(Prompt.Speech prompt) {
        CompletableFuture<Spoken> mine = new CompletableFuture<>();
        CompletableFuture<Spoken> theirs = underWay.putIfAbsent(prompt, mine);
        CompletableFuture<PreparedPrompt> prepared = new CompletableFuture<>();
        (theirs == null ? mine : theirs).whenComplete((spoken, failure) -> hand(prompt, spoken, failure, prepared));
        if (theirs == null) {
            mine.whenComplete((spoken, failure) -> underWay.remove(prompt, mine));
            workers.run(mine, () -> make(prompt, mine));
        } else {
            figures.shared.increment();
        }
        return prepared;
    }

    private void hand(Prompt.Speech prompt, Spoken spoken, Throwable failure, CompletableFuture<PreparedPrompt> to) {
        if (failure != null) {
            to.completeExceptionally(toPromptException(failure));
            return;
        }
        try {
            Optional<FileCache.Lease> lease = cache.find(spoken.key());
            if (lease.isPresent()) {
                to.complete(new PreparedPrompt(lease.get().file(), spoken.candidate().provider().name(),
                        spoken.candidate().language(), lease.get().label(), lease.get()::release));
            } else {
                speak(prompt).whenComplete((again, broken) -> pass(again, broken, to));
            }
        } catch (IOException e) {
            to.completeExceptionally(toPromptException(e));
        }
    }

    private static void pass(PreparedPrompt prompt, Throwable failure, CompletableFuture<PreparedPrompt> to) {
        if (failure == null) {
            to.complete(prompt);
        } else {
            to.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
        }
    }

    /** On a worker. Its own lease keeps the file until all who wait have theirs. */
    private void make(Prompt.Speech prompt, CompletableFuture<Spoken> result) {
        try {
            if (prompt.text().isBlank()) {
                throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "there is nothing to say");
            }
            TtsException last = null;
            for (ProviderChain.Candidate candidate : chain.candidates(prompt.language())) {
                try {
                    String key = SpeechKey.of(candidate, prompt.text(), prompt.voice());
                    FileCache.Lease lease = lease(key, candidate, prompt);
                    try {
                        result.complete(new Spoken(key, candidate));
                    } finally {
                        lease.release();
                    }
                    return;
                } catch (TtsException e) {
                    last = e;
                    if (!anotherMayDoBetter(e) || result.isDone()) {
                        break;
                    }
                    if (!(e instanceof RestingException)) {
                        LOG.speechFailedOver(candidate.provider().name(), e.code(), e.getMessage());
                    }
                }
            }
            throw last;
        } catch (TtsException | IOException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private FileCache.Lease lease(String key, ProviderChain.Candidate candidate, Prompt.Speech prompt)
            throws TtsException, IOException {
        Optional<FileCache.Lease> cached = cache.find(key);
        if (cached.isPresent()) {
            figures.hits.increment();
            return cached.get();
        }
        Speech speech = candidate.speak(prompt.text(), prompt.voice());
        figures.misses.increment();
        return cache.put(key, speech.voice(), file -> WavFileWriter.write(file, speech.samples()));
    }

    private static boolean anotherMayDoBetter(TtsException e) {
        return e.code() != TtsException.TEXT_NOT_SPEAKABLE;
    }

    private static PromptException toPromptException(Throwable failure) {
        if (failure instanceof TtsException known) {
            return new PromptException(known.code(), known.getMessage(), known);
        }
        LOG.speechCacheFailed(failure);
        return new PromptException(TtsException.ENGINE_FAILURE, "the speech could not be stored", failure);
    }
}
