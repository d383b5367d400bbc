package org.callwright.web.document;

import java.util.Collection;

/** Writes elements and lists of them as JSON (RFC 8259), properties in their order. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder(512);

    private JsonText() {
    }

    /** @param value an element, a collection, a text, number or boolean */
    public static String of(Object value) {
        JsonText json = new JsonText();
        json.value(value);
        return json.text.toString();
    }

    private void value(Object value) {
        if (value instanceof Element element) {
            object(element);
        } else if (value instanceof Collection<?> list) {
            array(list);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else if (value == Element.NULL) {
            text.append("null");
        } else {
            string(value.toString());
        }
    }

    private void object(Element element) {
        text.append('{');
        String separator = "";
        for (Element.Property property : element.properties()) {
            if (property.jsonName() != null && property.jsonValue() != null) {
                text.append(separator);
                string(property.jsonName());
                text.append(':');
                value(property.jsonValue());
                separator = ",";
            }
        }
        text.append('}');
    }

    private void array(Collection<?> list) {
        text.append('[');
        String separator = "";
        for (Object item : list) {
            text.append(separator);
            value(item);
            separator = ",";
        }
        text.append(']');
    }

    private void string(String string) {
        text.append('"');
        int plain = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (special(c)) {
                text.append(string, plain, i);
                escaped(c);
                plain = i + 1;
            }
        }
        text.append(string, plain, string.length()).append('"');
    }

    private static boolean special(char c) {
        return c < 0x20 || c == '"' || c == '\\' || c >= 0x7f
                && (c == 0x7f || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c));
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append(String.format("\\u%04x", (int) c));
        }
    }
}
