package org.callwright.media.tts.cjk;

import com.atilika.kuromoji.ipadic.Token;
import com.atilika.kuromoji.ipadic.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callwright.media.tts.espeak.Transcriber;

/**
 * Japanese as Katakana: each word as the dictionary of Kuromoji says that it is pronounced, particles close to the word
 * that they belong to. The dictionary is loaded with the first text.
 */
public final class KanaTranscriber implements Transcriber {

    private static final Set<String> LANGUAGES = Set.of("ja", "ja-jp");
    private static final String VOICE = "ja";
    private static final Pattern CODE =
            Pattern.compile("(?i)(?:番号|コード|パスワード|ピン|電話|pin|otp|code)[^,.!?。、0-9]{0,6}$");
    private static final Set<String> PARTICLES = Set.of("助詞", "助動詞");
    private static final Set<String> SUFFIXES = Set.of("接尾", "非自立");
    private static final String SIGN = "記号";
    private static final Pattern KANA = Pattern.compile("[\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc]+");

    /** Made when the first text comes. */
    private static final class Words {

        private static final Tokenizer TOKENIZER = new Tokenizer();
    }

    /** For {@link java.util.ServiceLoader}. */
    public KanaTranscriber() {
    }

    @Override
    public String version() {
        return "kana 1";
    }

    @Override
    public Optional<String> voice(String language) {
        return LANGUAGES.contains(language) ? Optional.of(VOICE) : Optional.empty();
    }

    @Override
    public List<Passage> transcribe(String text) {
        Passages passages = new Passages();
        String number = "";
        for (Run run : Run.of(text, CODE)) {
            String rest = number.isEmpty() ? run.text() : counted(number, run, passages);
            number = "";
            switch (run.kind()) {
                case NUMBER -> number = run.text();
                case DIGITS -> passages.own(JapaneseNumbers.oneByOne(run.text()));
                case TIME -> time(run.text(), passages);
                case LATIN -> passages.english(run.text());
                default -> words(rest, passages);
            }
        }
        if (!number.isEmpty()) {
            passages.own(JapaneseNumbers.quantity(number));
        }
        return passages.all();
    }

    /** Says the number with the counter that follows it; gives what follows that. */
    private static String counted(String number, Run next, Passages passages) {
        Optional<JapaneseCounter> counter =
                next.kind() == Run.Kind.OTHER ? JapaneseCounter.at(next.text()) : Optional.empty();
        passages.own(counter.map(found -> found.counted(number)).orElseGet(() -> JapaneseNumbers.quantity(number)));
        return next.text().substring(counter.map(found -> found.written().length()).orElse(0));
    }

    private static void time(String time, Passages passages) {
        String[] parts = time.split(":");
        int minutes = Integer.parseInt(parts[1]);
        passages.own(JapaneseCounter.HOUR.counted(parts[0]));
        if (minutes > 0) {
            passages.own(JapaneseCounter.MINUTE.counted(Integer.toString(minutes)));
        }
    }

    private static void words(String text, Passages passages) {
        StringBuilder phrase = new StringBuilder();
        for (Token token : Words.TOKENIZER.tokenize(text)) {
            if (token.getPartOfSpeechLevel1().equals(SIGN)) {
                add(phrase, passages);
                token.getSurface().codePoints().mapToObj(Punctuation::heard).filter(heard -> !heard.isEmpty())
                        .forEach(passages::own);
            } else {
                if (!dependent(token)) {
                    add(phrase, passages);
                }
                phrase.append(pronounced(token));
            }
        }
        add(phrase, passages);
    }

    private static void add(StringBuilder phrase, Passages passages) {
        if (!phrase.isEmpty()) {
            passages.own(phrase.toString());
            phrase.setLength(0);
        }
    }

    private static boolean dependent(Token token) {
        return PARTICLES.contains(token.getPartOfSpeechLevel1()) || SUFFIXES.contains(token.getPartOfSpeechLevel2());
    }

    /** Empty for a word that nobody knows and that is not in Kana. */
    private static String pronounced(Token token) {
        String known = token.getPronunciation();
        String kana = known == null || known.equals("*") ? token.getSurface() : known;
        return KANA.matcher(kana).matches() ? kana.replace('ヲ', 'オ') : "";
    }
}
