package org.callwright.telesign.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The voices that can be asked for, {@code f-en-US} and so on; all are female. Case does not matter, nor which of
 * language and region stands first: the service's own samples have {@code f-FR-fr}.
 */
final class VoiceTags {

    static final String DEFAULT = "f-en-US";

    private static final Map<String, String> LANGUAGES = Stream.of(
            "zh-HK", "zh-CN", "zh-TW", "da-DK", "nl-NL", "en-AU", "en-GB", "en-US", "en-CA", "en-IN", "fi-FI", "fr-FR",
            "fr-CA", "it-IT", "ja-JP", "ko-KR", "nb-NO", "pl-PL", "pt-BR", "pt-PT", "es-MX", "es-ES", "de-DE", "ru-RU",
            "ca-ES", "sv-SE")
            .map(tag -> tag.toLowerCase(Locale.ROOT))
            .flatMap(tag -> Stream.of(tag, tag.substring(3) + "-" + tag.substring(0, 2)).distinct()
                    .map(written -> new String[] {"f-" + written, tag}))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    private VoiceTags() {
    }

    /** The language in lower case; empty when there is no such voice. */
    static Optional<String> language(String voice) {
        return Optional.ofNullable(LANGUAGES.get(voice.toLowerCase(Locale.ROOT)));
    }
}
