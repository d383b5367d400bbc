package org.callwright.media.tts.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechNetwork;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.SpokenText;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;

/**
 * Speech by the service that the operator names in the environment; without a URL there the provider is not available.
 * It is asked before the engines of this machine. Nothing of a request appears in a log or in an error.
 */
public final class HttpProvider implements TtsProvider {

    private static final int PRIORITY = 10;
    private static final int MAX_ANSWER = 64 * 1_048_576;
    private static final int OK = 200;
    private static final String TYPE = "Content-Type";

    private final Supplier<Map<String, String>> environment;
    private volatile Optional<HttpVoiceSettings> settings = Optional.empty();
    private volatile SpeechNetwork network;

    /** Takes its settings from the environment once it is connected; for {@link java.util.ServiceLoader}. */
    public HttpProvider() {
        this(System::getenv);
    }

    HttpProvider(Supplier<Map<String, String>> environment) {
        this.environment = environment;
    }

    @Override
    public void connect(SpeechNetwork lent) {
        network = lent;
        settings = HttpVoiceSettings.fromEnvironment(environment.get());
    }

    @Override
    public String name() {
        return settings.map(HttpVoiceSettings::name).orElse("http");
    }

    @Override
    public String version() {
        return settings.map(HttpVoiceSettings::fingerprint).orElse("");
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public boolean available() {
        return settings.isPresent();
    }

    @Override
    public boolean supports(String language) {
        return settings.filter(known -> known.speaks(language.toLowerCase(Locale.ROOT))).isPresent();
    }

    @Override
    public Speech synthesize(SpeechRequest request) throws TtsException {
        HttpVoiceSettings known = settings.orElseThrow(
                () -> new TtsException(TtsException.ENGINE_FAILURE, "no speech service is set up"));
        String language = request.language().toLowerCase(Locale.ROOT);
        if (!known.speaks(language)) {
            throw new TtsException(TtsException.LANGUAGE_NOT_SUPPORTED,
                    "the speech service is not set up for " + language);
        }
        SpokenText.check(request.text());
        String voice = known.voice(language, request.voice());
        SpeechNetwork.Answer answer = ask(question(known, request, language, voice));
        if (answer.status() != OK) {
            throw new TtsException(TtsException.ENGINE_FAILURE, "the speech service answered " + answer.status());
        }
        try {
            return new Speech(AudioAnswer.samples(answer, known), voice);
        } catch (IOException e) {
            throw new TtsException(TtsException.ENGINE_FAILURE, "the speech service gave no usable audio", e);
        }
    }

    private static SpeechNetwork.Question question(HttpVoiceSettings known, SpeechRequest request, String language,
            String voice) {
        Map<String, String> values = Map.of("text", request.text(), "voice", voice, "token", known.token(),
                "language", Locale.forLanguageTag(language).toLanguageTag(),
                "gender", request.voice().equals("man") ? "male" : "female");
        Map<String, String> headers = new HashMap<>();
        known.headers().forEach((name, value) -> headers.put(name, value.fill(values, HttpProvider::oneLine)));
        String mediaType = headers.keySet().stream().filter(TYPE::equalsIgnoreCase).findFirst().map(headers::remove)
                .orElse(known.body().kind().mediaType());
        return new SpeechNetwork.Question(URI.create(known.url().fill(values, Template::url)), headers, mediaType,
                known.body().fill(values).getBytes(StandardCharsets.UTF_8), known.limit(), MAX_ANSWER);
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ");
    }

    private SpeechNetwork.Answer ask(SpeechNetwork.Question question) throws TtsException {
        try {
            return network.post(question);
        } catch (SocketTimeoutException e) {
            throw new TtsException(TtsException.TIMEOUT,
                    "the speech service took longer than " + question.limit().toMillis() + " ms", e);
        } catch (IOException e) {
            throw new TtsException(TtsException.ENGINE_FAILURE, "the speech service: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TtsException(TtsException.ENGINE_FAILURE, "interrupted", e);
        }
    }
}
