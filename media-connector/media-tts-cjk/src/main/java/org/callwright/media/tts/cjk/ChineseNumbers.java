package org.callwright.media.tts.cjk;

import java.util.stream.Collectors;

/** Numbers in Chinese words. */
final class ChineseNumbers {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] PLACES = {"", "十", "百", "千"};
    private static final String[] GROUPS = {"", "万", "亿"};

    private ChineseNumbers() {
    }

    /** A quantity as {@link Run} finds it, at most twelve digits before its point. */
    static String quantity(String number) {
        String plain = number.replace(",", "").replace("%", "");
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String words = (whole.length() > 12 ? oneByOne(whole) : whole(Long.parseLong(whole)))
                + (point < 0 ? "" : "点" + oneByOne(plain.substring(point + 1)));
        return number.endsWith("%") ? "百分之" + words : words;
    }

    /** Each digit by itself; groups are parted by a pause. */
    static String oneByOne(String digits) {
        return digits.chars().mapToObj(c -> c == '-' ? "," : String.valueOf(DIGITS.charAt(c - '0')))
                .collect(Collectors.joining());
    }

    static String time(int hours, int minutes) {
        return hour(hours) + "点" + (minutes == 0 ? "" : (minutes < 10 ? "零" : "") + whole(minutes) + "分");
    }

    private static String hour(int hours) {
        return hours == 2 ? "两" : whole(hours);
    }

    private static String whole(long number) {
        if (number == 0) {
            return "零";
        }
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int value = (int) (number / (long) Math.pow(10_000, group) % 10_000);
            if (value == 0) {
                gap = gap || !words.isEmpty();
                continue;
            }
            if (!words.isEmpty() && (gap || value < 1_000)) {
                words.append("零");
            }
            gap = false;
            words.append(value == 2 && group > 0 ? "两" : group(value, words.isEmpty())).append(GROUPS[group]);
        }
        return words.toString();
    }

    private static String group(int value, boolean first) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = value / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            words.append(gap ? "零" : "");
            gap = false;
            boolean silent = digit == 1 && place == 1 && first && words.isEmpty();
            boolean pair = digit == 2 && place == 3;
            words.append(silent ? "" : pair ? "两" : String.valueOf(DIGITS.charAt(digit))).append(PLACES[place]);
        }
        return words.toString();
    }
}
