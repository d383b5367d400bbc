package org.callwright.phone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small reader of JSON (RFC 8259): objects become maps in order, arrays lists, numbers doubles. Enough to read an
 * API's answers without a library.
 */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is no JSON value */
    static Object parse(String text) {
        Json reader = new Json(text);
        Object value = reader.value();
        reader.space();
        if (reader.at != text.length()) {
            throw reader.unexpected();
        }
        return value;
    }

    private Object value() {
        space();
        switch (peek()) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        space();
        while (peek() != '}') {
            space();
            String name = string();
            space();
            expect(':');
            members.put(name, value());
            space();
            if (peek() != '}') {
                expect(',');
            }
        }
        expect('}');
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        expect('[');
        space();
        while (peek() != ']') {
            items.add(value());
            space();
            if (peek() != ']') {
                expect(',');
            }
        }
        expect(']');
        return items;
    }

    private String string() {
        StringBuilder result = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            char c = text.charAt(at++);
            result.append(c == '\\' ? escape() : c);
        }
        expect('"');
        return result.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int index = "bfnrt".indexOf(c);
        return index < 0 ? c : "\b\f\n\r\t".charAt(index);
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (start == at) {
            throw unexpected();
        }
        return Double.valueOf(text.substring(start, at));
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected();
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected();
        }
        at++;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("no JSON at position " + at + " of " + text.length());
    }

    /** An object of plain members, one a line. */
    static String pretty(Map<?, ?> object) {
        return object.entrySet().stream()
                .map(e -> "  \"" + e.getKey() + "\": " + (e.getValue() instanceof String ? "\"" + e.getValue() + "\""
                        : String.valueOf(e.getValue())))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }
}
