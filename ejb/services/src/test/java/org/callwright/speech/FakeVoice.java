package org.callwright.speech;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;

/** Speaks 100 samples for each character, or does what a test tells it to. */
final class FakeVoice implements TtsProvider {

    /** What to do with a request. */
    @FunctionalInterface
    interface Behaviour {

        Speech speak(SpeechRequest request) throws TtsException;
    }

    final List<SpeechRequest> asked = new CopyOnWriteArrayList<>();
    private final String name;
    private final int priority;
    private final List<String> languages;
    volatile Behaviour behaviour = request -> new Speech(new short[100 * request.text().length()], "fake-woman");
    volatile boolean available = true;
    volatile String version = "1";

    FakeVoice(String name, int priority, String... languages) {
        this.name = name;
        this.priority = priority;
        this.languages = List.of(languages);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int priority() {
        return priority;
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public boolean supports(String language) {
        return languages.contains(language);
    }

    @Override
    public Speech synthesize(SpeechRequest request) throws TtsException {
        asked.add(request);
        return behaviour.speak(request);
    }
}
