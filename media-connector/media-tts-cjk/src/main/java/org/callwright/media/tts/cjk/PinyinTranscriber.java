package org.callwright.media.tts.cjk;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callwright.media.tts.espeak.Transcriber;

/**
 * Mandarin, in simplified and traditional characters, as pinyin with tone numbers. Characters with several readings are
 * told apart by HanLP's dictionary of words, which is of simplified ones and is loaded with the first text.
 */
public final class PinyinTranscriber implements Transcriber {

    private static final Set<String> LANGUAGES = Set.of("zh", "zh-cn", "zh-tw", "zh-sg", "cmn", "cmn-cn", "cmn-tw");
    private static final String VOICE = "cmn-latn-pinyin";
    private static final Pattern CODE =
            Pattern.compile("(?i)(?:[码碼号號话話]|拨打|撥打|pin|otp|code)[^,.!?;。、0-9]{0,6}$");
    private static final int YEAR = 4;

    /** For {@link java.util.ServiceLoader}. */
    public PinyinTranscriber() {
    }

    @Override
    public String version() {
        return "pinyin 1";
    }

    @Override
    public Optional<String> voice(String language) {
        return LANGUAGES.contains(language) ? Optional.of(VOICE) : Optional.empty();
    }

    @Override
    public List<Passage> transcribe(String text) {
        Passages passages = new Passages();
        StringBuilder hanzi = new StringBuilder();
        List<Run> runs = Run.of(text, CODE);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.kind() == Run.Kind.LATIN) {
                read(hanzi, passages);
                passages.english(run.text());
            } else {
                String next = i + 1 < runs.size() ? runs.get(i + 1).text() : "";
                hanzi.append(words(run, next));
            }
        }
        read(hanzi, passages);
        return passages.all();
    }

    private static String words(Run run, String next) {
        return switch (run.kind()) {
            case NUMBER -> isYear(run.text(), next)
                    ? ChineseNumbers.oneByOne(run.text()) : ChineseNumbers.quantity(run.text());
            case DIGITS -> ChineseNumbers.oneByOne(run.text());
            case TIME -> {
                String[] parts = run.text().split(":");
                yield ChineseNumbers.time(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
            default -> run.text();
        };
    }

    private static boolean isYear(String number, String next) {
        return number.length() == YEAR && number.chars().allMatch(Character::isDigit) && next.startsWith("年");
    }

    private static void read(StringBuilder hanzi, Passages passages) {
        String text = HanLP.convertToSimplifiedChinese(hanzi.toString());
        hanzi.setLength(0);
        List<Pinyin> syllables = HanLP.convertToPinyinList(text);
        for (int i = 0; i < syllables.size(); i++) {
            Pinyin syllable = syllables.get(i);
            if (syllable != Pinyin.none5) {
                passages.own(syllable.name());
            } else if (i < text.length()) {
                String sign = Punctuation.heard(text.charAt(i));
                if (!sign.isEmpty()) {
                    passages.own(sign);
                }
            }
        }
    }
}
