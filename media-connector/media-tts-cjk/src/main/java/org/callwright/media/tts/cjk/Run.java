package org.callwright.media.tts.cjk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of a text that is read in one way. */
record Run(Kind kind, String text) {

    /** How a stretch is read. */
    enum Kind {
        /** A quantity, maybe with a fraction and a percent sign. */
        NUMBER,
        /** Digits that are said one by one, groups of them parted by hyphens. */
        DIGITS,
        /** Hours and minutes. */
        TIME,
        /** Latin letters. */
        LATIN,
        /** The language's own script, and whatever else there is. */
        OTHER
    }

    /** What repeats never goes back: a long text would take more stack than a thread has. */
    private static final Pattern PARTS = Pattern.compile(
            "(?<time>(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9:]))"
            + "|(?<groups>[0-9]+(?:-[0-9]+)++)"
            + "|(?<number>(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?%?)"
            + "|(?<latin>\\p{IsLatin}+(?:[ .@/:'&_-]+\\p{IsLatin}+)*+)");
    private static final int LONGEST_QUANTITY = 8;

    /**
     * Cuts a text, after full-width letters and digits have become plain ones.
     *
     * @param code found in what stands before digits that are a code or a phone number
     */
    static List<Run> of(String text, Pattern code) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        List<Run> runs = new ArrayList<>();
        Matcher part = PARTS.matcher(plain);
        int end = 0;
        while (part.find()) {
            if (part.start() > end) {
                runs.add(new Run(Kind.OTHER, plain.substring(end, part.start())));
            }
            boolean afterCode = code.matcher(plain).region(0, part.start()).find();
            runs.add(new Run(kind(part, afterCode), part.group()));
            end = part.end();
        }
        if (end < plain.length()) {
            runs.add(new Run(Kind.OTHER, plain.substring(end)));
        }
        return runs;
    }

    private static Kind kind(Matcher part, boolean afterCode) {
        if (part.group("time") != null) {
            return Kind.TIME;
        }
        if (part.group("groups") != null) {
            return Kind.DIGITS;
        }
        String number = part.group("number");
        if (number == null) {
            return Kind.LATIN;
        }
        boolean whole = number.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean noQuantity = number.length() > LONGEST_QUANTITY || number.length() > 1 && number.startsWith("0");
        return whole && (afterCode || noQuantity) ? Kind.DIGITS : Kind.NUMBER;
    }
}
