package org.callwright.media.tts.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the operator says about a speech service.
 *
 * @param name CALLWRIGHT_TTS_HTTP_NAME: as it appears in Say records
 * @param url CALLWRIGHT_TTS_HTTP_URL, with places
 * @param token CALLWRIGHT_TTS_HTTP_TOKEN: for the place <code>${token}</code>
 * @param headers CALLWRIGHT_TTS_HTTP_HEADERS: by name, with places
 * @param body CALLWRIGHT_TTS_HTTP_BODY, with places
 * @param languages CALLWRIGHT_TTS_HTTP_LANGUAGES: tags in lower case, {@code *} for all
 * @param voices CALLWRIGHT_TTS_HTTP_VOICES: by {@code tag}, or {@code tag:man}, {@code tag:woman}
 * @param audioField CALLWRIGHT_TTS_HTTP_AUDIO_FIELD: name in a JSON answer whose value is the audio in base64
 * @param pcmRate CALLWRIGHT_TTS_HTTP_PCM_RATE: of audio that comes without a head; 0: it comes with one
 * @param limit CALLWRIGHT_TTS_HTTP_TIMEOUT_MS
 */
record HttpVoiceSettings(String name, Template url, String token, Map<String, Template> headers, Body body,
                         List<String> languages, Map<String, String> voices, String audioField, int pcmRate,
                         Duration limit) {

    static final Map<String, String> PLACES =
            Map.of("text", "", "language", "", "voice", "", "gender", "", "token", "");
    private static final String PREFIX = "CALLWRIGHT_TTS_HTTP_";
    /** As a Say record can hold it. */
    private static final int LONGEST_VOICE = 64;
    private static final String BODY = "{\"text\":\"${text}\",\"language\":\"${language}\",\"voice\":\"${voice}\","
            + "\"format\":\"wav\"}";

    /**
     * Empty without a URL.
     *
     * @throws IllegalArgumentException when a value makes no sense; the message names it and holds no secret
     */
    static Optional<HttpVoiceSettings> fromEnvironment(Map<String, String> env) {
        Function<String, String> read = key -> env.getOrDefault(PREFIX + key, "").strip();
        if (read.apply("URL").isEmpty()) {
            return Optional.empty();
        }
        String token = read.apply("TOKEN");
        return Optional.of(new HttpVoiceSettings(
                checked("NAME", read, "http", HttpVoiceSettings::nameOf),
                checked("URL", read, "", HttpVoiceSettings::urlOf),
                token,
                checked("HEADERS", read, token.isEmpty() ? "" : "Authorization: Bearer ${token}",
                        HttpVoiceSettings::headersOf),
                checked("BODY", read, BODY, text -> Body.of(text, PLACES)),
                checked("LANGUAGES", read, "*", text -> list(text.toLowerCase(Locale.ROOT)).toList()),
                checked("VOICES", read, "", HttpVoiceSettings::voicesOf),
                read.apply("AUDIO_FIELD"),
                HttpVoiceSettings.<Integer>checked("PCM_RATE", read, "0", text -> number(text, 0, 192_000)),
                checked("TIMEOUT_MS", read, "5000", text -> Duration.ofMillis(number(text, 1, 600_000)))));
    }

    /** Whether its language list has the tag or its first part, such as {@code en} for {@code en-us}. */
    boolean speaks(String language) {
        return languages.contains("*") || languages.contains(language) || languages.contains(base(language));
    }

    /** What the service calls the voice; without an entry the wish itself, {@code man} or {@code woman}. */
    String voice(String language, String wish) {
        return Stream.of(language + ":" + wish, language, base(language) + ":" + wish, base(language), "*:" + wish, "*")
                .filter(voices::containsKey).map(voices::get).findFirst().orElse(wish);
    }

    /** All that changes what is heard. */
    String fingerprint() {
        return Integer.toHexString(List.of(url, new TreeMap<>(headers), body, new TreeMap<>(voices)).toString()
                .hashCode());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return name;
    }

    private static String base(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }

    private static <T> T checked(String key, Function<String, String> read, String fallback,
            Function<String, T> parser) {
        String text = read.apply(key);
        try {
            return parser.apply(text.isEmpty() ? fallback : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PREFIX + key + ": " + e.getMessage(), e);
        }
    }

    private static String nameOf(String text) {
        if (!text.matches("[a-z0-9][a-z0-9.-]{0,31}")) {
            throw new IllegalArgumentException("want up to 32 of a-z, 0-9, hyphen and point");
        }
        return text;
    }

    private static Template urlOf(String text) {
        Template template = Template.of(text, PLACES);
        URI sample = URI.create(template.fill(PLACES, Template::url));
        boolean http = "http".equalsIgnoreCase(sample.getScheme()) || "https".equalsIgnoreCase(sample.getScheme());
        int query = text.indexOf('?');
        int place = text.indexOf("${token}");
        if (!http || sample.getHost() == null || sample.getUserInfo() != null) {
            throw new IllegalArgumentException("want an http or https URL with a host and without a user");
        }
        if (place >= 0 && (query < 0 || place < query)) {
            throw new IllegalArgumentException("the token may stand in the query only");
        }
        return template;
    }

    private static Map<String, Template> headersOf(String text) {
        Map<String, Template> headers = new LinkedHashMap<>();
        Stream.of(text.split("[\\n|]")).map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 1 || !line.substring(0, colon).matches("[A-Za-z0-9-]+")) {
                throw new IllegalArgumentException("want NAME: VALUE, parted by | or new lines");
            }
            headers.put(line.substring(0, colon), Template.of(line.substring(colon + 1).strip(), PLACES));
        });
        return headers;
    }

    private static Map<String, String> voicesOf(String text) {
        Map<String, String> voices = new LinkedHashMap<>();
        list(text).forEach(entry -> {
            int equals = entry.indexOf('=');
            int length = entry.length() - equals - 1;
            if (equals < 1 || length < 1 || length > LONGEST_VOICE) {
                throw new IllegalArgumentException("want TAG=VOICE or TAG:man=VOICE, parted by commas, a voice of up to "
                        + LONGEST_VOICE + " characters");
            }
            voices.put(entry.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    entry.substring(equals + 1).strip());
        });
        return voices;
    }

    private static Stream<String> list(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(entry -> !entry.isEmpty());
    }

    private static int number(String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number out of bounds
        }
        throw new IllegalArgumentException("want a number from " + min + " to " + max);
    }
}
