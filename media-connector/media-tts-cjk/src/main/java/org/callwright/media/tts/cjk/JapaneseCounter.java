package org.callwright.media.tts.cjk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** A word that counts, such as the one for minutes, and how it and the number before it change each other. */
enum JapaneseCounter {

    YEN("円", "エン"),
    DOLLAR("ドル", "ドル"),
    SECOND("秒", "ビョウ"),
    DEGREE("度", "ド"),
    NUMBER("番", "バン"),
    ISSUE("号", "ゴウ"),
    GUEST("名", "メイ"),
    DAY("日", "ニチ"),
    DAYS("日間", "ニチカン"),
    YEAR("年", "ネン", "ヨン>ヨ"),
    YEARS("年間", "ネンカン", "ヨン>ヨ"),
    PERSON("人", "ニン", "ヨン>ヨ"),
    HOUR("時", "ジ", "ヨン>ヨ ナナ>シチ キュウ>ク"),
    HOURS("時間", "ジカン", "ヨン>ヨ キュウ>ク"),
    MONTH("月", "ガツ", "ヨン>シ ナナ>シチ キュウ>ク"),
    TIMES("回", "カイ", Doubling.BEFORE_K),
    PIECE("個", "コ", Doubling.BEFORE_K),
    FLOOR("階", "カイ", Doubling.BEFORE_K),
    CASE("件", "ケン", Doubling.BEFORE_K),
    MONTHS("か月", "カゲツ", Doubling.BEFORE_K),
    MONTHS_TOO("ヶ月", "カゲツ", Doubling.BEFORE_K),
    AGE("歳", "サイ", Doubling.BEFORE_S),
    WEEKS("週間", "シュウカン", Doubling.BEFORE_S),
    MINUTE("分", "フン", Doubling.BEFORE_F),
    MINUTES("分間", "フンカン", Doubling.BEFORE_F);

    /** Ends of numbers and what they become. */
    private static final class Doubling {

        static final String BEFORE_K = "イチ>イッ ロク>ロッ ハチ>ハッ ジュウ>ジュッ";
        static final String BEFORE_S = "イチ>イッ ハチ>ハッ ジュウ>ジュッ";
        /** The counter's own first sound, fu, becomes pu and is written here. */
        static final String BEFORE_F = "イチ>イップ サン>サンプ ヨン>ヨンプ ロク>ロップ ハチ>ハップ ジュウ>ジュップ";
    }

    private static final Map<String, String> WORDS_OF_THEIR_OWN = Map.ofEntries(
            Map.entry("1人", "ヒトリ"), Map.entry("2人", "フタリ"), Map.entry("1日", "ツイタチ"),
            Map.entry("2日", "フツカ"), Map.entry("3日", "ミッカ"), Map.entry("4日", "ヨッカ"),
            Map.entry("5日", "イツカ"), Map.entry("6日", "ムイカ"), Map.entry("7日", "ナノカ"),
            Map.entry("8日", "ヨウカ"), Map.entry("9日", "ココノカ"), Map.entry("10日", "トオカ"),
            Map.entry("14日", "ジュウ ヨッカ"), Map.entry("20日", "ハツカ"), Map.entry("24日", "ニジュウ ヨッカ"));

    private final String written;
    private final String kana;
    private final String changes;

    JapaneseCounter(String written, String kana) {
        this(written, kana, "");
    }

    JapaneseCounter(String written, String kana, String changes) {
        this.written = written;
        this.kana = kana;
        this.changes = changes;
    }

    /** The longest one that the text begins with. */
    static Optional<JapaneseCounter> at(String text) {
        return Arrays.stream(values()).filter(counter -> text.startsWith(counter.written))
                .max(Comparator.comparingInt(counter -> counter.written.length()));
    }

    String written() {
        return written;
    }

    /** Number and counter together, as they are pronounced. */
    String counted(String number) {
        String own = WORDS_OF_THEIR_OWN.get(number + written);
        if (own != null) {
            return own;
        }
        String words = JapaneseNumbers.quantity(number);
        for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
            String[] sides = change.split(">");
            if (words.endsWith(sides[0])) {
                String changed = words.substring(0, words.length() - sides[0].length()) + sides[1];
                return changed + (sides[1].endsWith("プ") ? kana.substring(1) : kana);
            }
        }
        return words + kana;
    }
}
