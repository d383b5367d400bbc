package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadFactory;
import org.callwright.http.GuardedHttpClient;
import org.callwright.media.spi.tts.TtsProvider;
import org.callwright.settings.Settings;
import org.callwright.settings.SpeechSettings;

/**
 * All that makes prompts, put together: the speech providers that are installed, their cache and their workers, and
 * remote audio with workers of its own, so that slow speech does not hold up a Play.
 */
public final class PromptStudio implements AutoCloseable {

    private static final long MIB = 1_048_576;

    private final OperatorNetwork network;
    private final ProviderChain chain;
    private final SpeechFigures figures;
    private final SpeechWorkers speakers;
    private final SpeechWorkers converters;
    private final PromptSource prompts;

    public PromptStudio(Settings settings, SpeechSettings speech, GuardedHttpClient http, ThreadFactory threads)
            throws IOException {
        this(installed(), settings, speech, http, threads);
    }

    PromptStudio(List<TtsProvider> providers, Settings settings, SpeechSettings speech, GuardedHttpClient http,
            ThreadFactory threads) throws IOException {
        FileCache cache = new FileCache(settings.speechCache(), speech.cacheMib() * MIB, Clock.systemUTC());
        network = new OperatorNetwork(threads);
        providers.forEach(provider -> provider.connect(network));
        chain = new ProviderChain(providers, speech, threads, Clock.systemUTC());
        figures = new SpeechFigures(cache, chain);
        speakers = new SpeechWorkers(speech, threads);
        converters = new SpeechWorkers(speech, threads);
        prompts = new PromptService(new SpeechService(chain, cache, speakers, figures),
                new RemoteAudio(http, settings.speechCache().resolveSibling("play"), speech, converters,
                        Clock.systemUTC()));
        String names = chain.available();
        if (names.isEmpty()) {
            LOG.noSpeech();
        } else {
            LOG.speechProviders(names);
        }
        figures.show();
    }

    public PromptSource prompts() {
        return prompts;
    }

    @Override
    public void close() {
        figures.close();
        speakers.close();
        converters.close();
        chain.close();
        network.close();
    }

    private static List<TtsProvider> installed() {
        Map<String, TtsProvider> found = new LinkedHashMap<>();
        ServiceLoader.load(TtsProvider.class, PromptStudio.class.getClassLoader())
                .forEach(provider -> found.putIfAbsent(provider.name(), provider));
        ServiceLoader.load(TtsProvider.class).forEach(provider -> found.putIfAbsent(provider.name(), provider));
        return new ArrayList<>(found.values());
    }
}
