package org.callwright.tms.web.body;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Looks at JSON on its way to the parser, which keeps every text and number whole and knows every object that it is
 * in: one text as large as the body, or brackets without end, fail before they take memory. Is no parser itself, and
 * what is no JSON it lets pass.
 */
final class CheckedReader extends FilterReader {

    /** Characters of a text or number as it is written. */
    static final int LONGEST = 65_536;
    static final int DEEPEST = 32;

    private boolean quoted;
    private boolean escaped;
    private int depth;
    private int length;

    CheckedReader(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        if (c >= 0) {
            check((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        int count = in.read(buffer, offset, most);
        for (int i = 0; i < count; i++) {
            check(buffer[offset + i]);
        }
        return count;
    }

    private void check(char c) throws IOException {
        if (quoted) {
            grow();
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
            return;
        }
        switch (c) {
            case '"' -> {
                quoted = true;
                length = 0;
            }
            case '{', '[' -> open();
            case '}', ']' -> {
                depth--;
                length = 0;
            }
            case ',', ':', ' ', '\t', '\r', '\n' -> length = 0;
            default -> grow();
        }
    }

    private void grow() throws IOException {
        if (++length > LONGEST) {
            throw new IOException("a value of more than " + LONGEST + " characters");
        }
    }

    private void open() throws IOException {
        length = 0;
        if (++depth > DEEPEST) {
            throw new IOException("more than " + DEEPEST + " levels");
        }
    }
}
