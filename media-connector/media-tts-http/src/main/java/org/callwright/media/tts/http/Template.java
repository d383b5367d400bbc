package org.callwright.media.tts.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as <code>${voice}</code>, whose values are written as the surroundings want it. */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

    /** @throws IllegalArgumentException when a place has none of these names */
    static Template of(String text, Map<String, String> names) {
        new Template(text).fill(names, UnaryOperator.identity());
        return new Template(text);
    }

    String fill(Map<String, String> values, UnaryOperator<String> escape) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("there is nothing called " + place.group());
            }
            return Matcher.quoteReplacement(escape.apply(value));
        });
    }

    /** For a place inside a JSON string (RFC 8259 section 7). */
    static String json(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** For a place in the content or in an attribute of XML; what XML can't hold becomes a space. */
    static String xml(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = c >= ' ' && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff)
                            || c == '\n' || c == '\t';
                    escaped.appendCodePoint(allowed ? c : ' ');
                }
            }
        });
        return escaped.toString();
    }

    static String url(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
