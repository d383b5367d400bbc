package org.callwright.media.tts.espeak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;

/**
 * Speech in some fifty languages by the espeak-ng program: about 15 ms for a sentence, understandable, plainly a robot.
 * The program is looked for once it is asked about, and while it is missing again every 30 s, so that it may be
 * installed without a restart.
 */
public final class EspeakProvider implements TtsProvider {

    /** System property: path of the program, or its name on PATH; {@code espeak-ng} unless set. */
    public static final String PATH_PROPERTY = "callwright.espeak.path";
    /** System property: longest run of the program in milliseconds; 10000 unless set. */
    public static final String TIMEOUT_PROPERTY = "callwright.espeak.timeout";

    private static final int PRIORITY = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();
    private static final Pattern VERSION = Pattern.compile("eSpeak NG[^:]*:\\s*(\\S+)");

    private final EspeakProgram program;
    private final List<Transcriber> transcribers;
    private String version = "";
    private boolean looked;
    private long lookedAt;

    /** Takes its settings from the system properties; for {@link java.util.ServiceLoader}. */
    public EspeakProvider() {
        this(System.getProperty(PATH_PROPERTY, "espeak-ng"),
                Duration.ofMillis(Long.getLong(TIMEOUT_PROPERTY, TIMEOUT.toMillis())),
                ServiceLoader.load(Transcriber.class, EspeakProvider.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get).toList());
    }

    EspeakProvider(String path, Duration timeout) {
        this(path, timeout, List.of());
    }

    EspeakProvider(String path, Duration timeout, List<Transcriber> transcribers) {
        this.program = new EspeakProgram(path, timeout);
        this.transcribers = List.copyOf(transcribers);
    }

    @Override
    public String name() {
        return "espeak-ng";
    }

    @Override
    public synchronized String version() {
        look();
        return Stream.concat(Stream.of(version), transcribers.stream().map(Transcriber::version))
                .collect(Collectors.joining(" with "));
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public synchronized boolean available() {
        look();
        return !version.isEmpty();
    }

    private void look() {
        boolean again = !looked || version.isEmpty() && System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS;
        if (!again) {
            return;
        }
        boolean first = !looked;
        looked = true;
        try {
            String answer = new String(program.run(List.of("--version"), ""), StandardCharsets.UTF_8);
            Matcher matcher = VERSION.matcher(answer);
            version = matcher.find() ? matcher.group(1) : "";
        } catch (TtsException e) {
            version = "";
        }
        lookedAt = System.nanoTime();
        if (!version.isEmpty()) {
            EspeakMessages.found(program.path(), version);
        } else if (first) {
            EspeakMessages.missing(program.path());
        }
    }

    @Override
    public boolean supports(String language) {
        return transcriber(language).isPresent() || EspeakVoices.voice(language).isPresent();
    }

    @Override
    public Speech synthesize(SpeechRequest request) throws TtsException {
        boolean woman = "woman".equalsIgnoreCase(request.voice());
        Optional<Transcriber> transcriber = transcriber(request.language());
        Optional<String> voice = transcriber.isPresent()
                ? transcriber.get().voice(request.language()) : EspeakVoices.voice(request.language());
        String name = voice.orElseThrow(() -> new TtsException(TtsException.LANGUAGE_NOT_SUPPORTED,
                "espeak-ng does not speak " + request.language()));
        String text = PlainText.of(request.text());
        Utterance utterance = transcriber.isPresent()
                ? Utterance.of(name, woman, transcribed(transcriber.get(), text))
                : Utterance.plain(EspeakVoices.variant(name, woman), text);
        byte[] wav = program.run(utterance.options(), utterance.input());
        try {
            return new Speech(WaveOutput.samples(wav), EspeakVoices.variant(name, woman));
        } catch (IOException e) {
            EspeakMessages.failed(e.getMessage());
            throw new TtsException(TtsException.ENGINE_FAILURE, "espeak-ng: " + e.getMessage(), e);
        }
    }

    private Optional<Transcriber> transcriber(String language) {
        return transcribers.stream().filter(transcriber -> transcriber.voice(language).isPresent()).findFirst();
    }

    private static List<Transcriber.Passage> transcribed(Transcriber transcriber, String text) throws TtsException {
        List<Transcriber.Passage> passages = transcriber.transcribe(text);
        if (passages.isEmpty()) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text holds nothing that can be read aloud");
        }
        return passages;
    }
}
