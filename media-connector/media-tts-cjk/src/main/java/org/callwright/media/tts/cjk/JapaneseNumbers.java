package org.callwright.media.tts.cjk;

import java.util.stream.Collectors;

/** Numbers in Japanese words, as they are pronounced, in Katakana. */
final class JapaneseNumbers {

    private static final String[] DIGITS = {"ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ"};
    private static final String[] GROUPS = {"", "マン", "オク"};

    private JapaneseNumbers() {
    }

    /** A quantity as {@link Run} finds it, at most twelve digits before its point. */
    static String quantity(String number) {
        String plain = number.replace(",", "").replace("%", "");
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String words = whole.length() > 12 ? oneByOne(whole) : whole(Long.parseLong(whole));
        if (point >= 0) {
            words = (words.equals("ゼロ") ? "レイ" : words) + " テン " + oneByOne(plain.substring(point + 1));
        }
        return number.endsWith("%") ? words + " パーセント" : words;
    }

    /** Each digit by itself; groups are parted by a pause. */
    static String oneByOne(String digits) {
        return digits.chars().mapToObj(c -> c == '-' ? "," : DIGITS[c - '0']).collect(Collectors.joining(" "))
                .replace(" ,", ",");
    }

    /** At most twelve digits. */
    static String whole(long number) {
        if (number == 0) {
            return DIGITS[0];
        }
        StringBuilder words = new StringBuilder();
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int value = (int) (number / (long) Math.pow(10_000, group) % 10_000);
            if (value > 0) {
                words.append(words.isEmpty() ? "" : " ").append(group(value, group > 0)).append(GROUPS[group]);
            }
        }
        return words.toString();
    }

    private static String group(int value, boolean counted) {
        String words = thousands(value / 1000, counted) + " " + hundreds(value / 100 % 10) + " "
                + tens(value / 10 % 10) + " " + (value % 10 == 0 ? "" : DIGITS[value % 10]);
        return words.replaceAll(" +", " ").strip();
    }

    private static String thousands(int digit, boolean counted) {
        return switch (digit) {
            case 0 -> "";
            case 1 -> counted ? "イッセン" : "セン";
            case 3 -> "サンゼン";
            case 8 -> "ハッセン";
            default -> DIGITS[digit] + "セン";
        };
    }

    private static String hundreds(int digit) {
        return switch (digit) {
            case 0 -> "";
            case 1 -> "ヒャク";
            case 3 -> "サンビャク";
            case 6 -> "ロッピャク";
            case 8 -> "ハッピャク";
            default -> DIGITS[digit] + "ヒャク";
        };
    }

    private static String tens(int digit) {
        return switch (digit) {
            case 0 -> "";
            case 1 -> "ジュウ";
            default -> DIGITS[digit] + "ジュウ";
        };
    }
}
