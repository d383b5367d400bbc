package org.callwright.media.tts.espeak;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which voice of espeak-ng 1.51 speaks a language. Tags are looked up whole, then by their first part; the two-letter
 * codes of the older RCML speech engine ({@code bf}, {@code bp}, {@code cf}) are known too. Mandarin and Japanese are
 * left out: the program reads neither Hanzi nor Kanji, a {@link Transcriber} must write them in other letters.
 */
final class EspeakVoices {

    private static final Map<String, String> OWN_NAMES = Map.ofEntries(
            Map.entry("en", "en-us"), Map.entry("en-ca", "en-us"),
            Map.entry("en-au", "en-gb"), Map.entry("en-in", "en-gb"), Map.entry("en-nz", "en-gb"),
            Map.entry("en-ie", "en-gb"), Map.entry("en-za", "en-gb"), Map.entry("en-gb-wls", "en-gb"),
            Map.entry("fr", "fr-fr"), Map.entry("cf", "fr-fr"), Map.entry("bf", "fr-be"),
            Map.entry("bp", "pt-br"), Map.entry("dan", "da"), Map.entry("no", "nb"), Map.entry("nn", "nb"),
            Map.entry("es-es", "es"), Map.entry("es-mx", "es-419"), Map.entry("es-us", "es-419"),
            Map.entry("es-ar", "es-419"), Map.entry("es-co", "es-419"), Map.entry("es-cl", "es-419"),
            Map.entry("es-pe", "es-419"), Map.entry("ca-es", "ca"), Map.entry("zh-hk", "yue"));

    private static final Set<String> VOICES = Set.of("af", "ar", "bg", "bs", "ca", "cs", "cy", "da", "de", "el",
            "en-gb", "en-us", "es", "es-419", "et", "eu", "fi", "fr-be", "fr-ch", "fr-fr", "ga", "hi", "hr", "hu", "id",
            "is", "it", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "pt-br", "ro", "ru", "sk", "sl", "sq",
            "sr", "sv", "sw", "ta", "tr", "uk", "vi", "yue");

    private static final String FEMALE_VARIANT = "+f3";

    private EspeakVoices() {
    }

    /** The voice for a tag; empty when the language is not spoken. */
    static Optional<String> voice(String language) {
        String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
        return lookup(tag).or(() -> tag.contains("-") ? lookup(tag.substring(0, tag.indexOf('-'))) : Optional.empty());
    }

    private static Optional<String> lookup(String tag) {
        return Optional.ofNullable(OWN_NAMES.get(tag)).or(() -> Optional.of(tag).filter(VOICES::contains));
    }

    /** The voice with its variant: espeak's voices are male, a variant makes them female. */
    static String variant(String voice, boolean woman) {
        return woman ? voice + FEMALE_VARIANT : voice;
    }
}
