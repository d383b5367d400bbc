package org.callwright.media.mgcp.message;

import java.util.ArrayList;
import java.util.List;

/** Splits a list, but not within brackets or quoted strings. Empty items are left out. */
final class Splitter {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_ITEMS = 256;

    private final char separator;
    private final List<String> items = new ArrayList<>();

    /** @param separator a blank stands for tabs as well */
    Splitter(char separator) {
        this.separator = separator;
    }

    List<String> split(String text) throws MgcpSyntaxException {
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '[')) {
                depth++;
            } else if (!quoted && (c == ')' || c == ']')) {
                depth--;
            } else if (!quoted && depth == 0 && separates(c)) {
                item(text, start, i);
                start = i + 1;
            }
            if (depth < 0 || depth > MAX_DEPTH) {
                throw new MgcpSyntaxException("brackets do not match");
            }
        }
        if (depth != 0 || quoted) {
            throw new MgcpSyntaxException("a bracket or a quoted string is not closed");
        }
        item(text, start, text.length());
        return items;
    }

    private boolean separates(char c) {
        return c == separator || separator == ' ' && c == '\t';
    }

    private void item(String text, int start, int end) throws MgcpSyntaxException {
        String item = text.substring(start, end).strip();
        if (!item.isEmpty()) {
            if (items.size() == MAX_ITEMS) {
                throw new MgcpSyntaxException("a list is longer than " + MAX_ITEMS);
            }
            items.add(item);
        }
    }
}
