package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;

/**
 * The speech engines in the order in which they are asked. A provider that breaks down or is too slow hands over to the
 * next one that speaks the language; a text that can't be spoken fails at once, no other engine would speak it better.
 */
final class ProviderChain implements AutoCloseable {

    private final List<TtsProvider> providers;

    ProviderChain(List<TtsProvider> providers) {
        this.providers = providers.stream().sorted(Comparator.comparingInt(TtsProvider::priority)).toList();
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
        for (TtsProvider provider : providers) {
            try {
                if (provider.available() && provider.supports(language)) {
                    found.add(new Candidate(provider, language));
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.speechProviderFailed(provider.name(), e);
            }
        }
        return found;
    }

    /** Names of the engines that can be used here, in their order; empty when there is none. */
    String available() {
        return providers.stream().filter(TtsProvider::available).map(TtsProvider::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        for (TtsProvider provider : providers) {
            try {
                provider.close();
            } catch (RuntimeException e) {
                LOG.speechProviderFailed(provider.name(), e);
            }
        }
    }

    /** A provider and the language it is to be asked for. */
    record Candidate(TtsProvider provider, String language) {

        Speech speak(String text, String voice) throws TtsException {
            try {
                Speech speech = provider.synthesize(new SpeechRequest(text, language, voice));
                if (speech.samples().length == 0) {
                    throw new TtsException(TtsException.ENGINE_FAILURE, "the speech engine gave no audio");
                }
                return speech;
            } catch (RuntimeException | LinkageError e) {
                LOG.speechProviderFailed(provider.name(), e);
                throw new TtsException(TtsException.ENGINE_FAILURE, "the speech engine failed", e);
            }
        }
    }
}
