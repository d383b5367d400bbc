package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;
import org.callwright.settings.SpeechSettings;

/**
 * The speech engines in the order in which they are asked. A provider that breaks down, is too slow or rests after
 * failures hands over to the next one that speaks the language; a text that can't be spoken fails at once, no other
 * engine would speak it better.
 */
final class ProviderChain implements AutoCloseable {

    private final List<Speaker> speakers;
    private final ExecutorService calls;

    ProviderChain(List<TtsProvider> providers, SpeechSettings settings, ThreadFactory threads, Clock clock) {
        calls = Executors.newCachedThreadPool(threads);
        speakers = providers.stream().sorted(Comparator.comparingInt(TtsProvider::priority))
                .map(provider -> new Speaker(provider, settings, calls, clock)).toList();
    }

    /**
     * Those that can speak the language now, or its base language ({@code en} for {@code en-nz}) when none can.
     *
     * @throws TtsException when nobody can
     */
    List<Candidate> candidates(String language) throws TtsException {
        List<Candidate> found = speaking(language);
        int dash = language.indexOf('-');
        if (found.isEmpty() && dash > 0) {
            found = speaking(language.substring(0, dash));
        }
        if (found.isEmpty()) {
            throw new TtsException(TtsException.LANGUAGE_NOT_SUPPORTED, "the language is not supported: " + language);
        }
        return found;
    }

    private List<Candidate> speaking(String language) {
        List<Candidate> found = new ArrayList<>();
        for (Speaker speaker : speakers) {
            try {
                if (speaker.provider().available() && speaker.provider().supports(language)) {
                    found.add(new Candidate(speaker, language));
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.speechProviderFailed(speaker.provider().name(), e);
            }
        }
        return found;
    }

    /** Names of the engines that can be used here, in their order; empty when there is none. */
    String available() {
        return speakers.stream().map(Speaker::provider).filter(TtsProvider::available).map(TtsProvider::name)
                .collect(Collectors.joining(", "));
    }

    /** Of those that can be used here, in their order. */
    List<ProviderFigures> figures() {
        return speakers.stream().filter(speaker -> speaker.provider().available()).map(Speaker::figures).toList();
    }

    @Override
    public void close() {
        calls.shutdownNow();
        for (Speaker speaker : speakers) {
            try {
                speaker.provider().close();
            } catch (RuntimeException e) {
                LOG.speechProviderFailed(speaker.provider().name(), e);
            }
        }
    }

    /** A provider and the language it is to be asked for. */
    record Candidate(Speaker speaker, String language) {

        TtsProvider provider() {
            return speaker.provider();
        }

        Speech speak(String text, String voice) throws TtsException {
            return speaker.speak(new SpeechRequest(text, language, voice));
        }
    }
}
