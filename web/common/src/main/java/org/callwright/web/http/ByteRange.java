package org.callwright.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one part of a file that a {@code Range} header asks for (RFC 9110 section 14). Several parts at once, other units
 * and what makes no sense are ignored, as the RFC allows: the whole file is the answer.
 *
 * @param first position of the first byte
 * @param length number of bytes; 0 when no byte of the file is in the range (416)
 */
public record ByteRange(long first, long length) {

    private static final Pattern FORM = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    public static Optional<ByteRange> parse(String header, long size) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Math.min(size, Long.parseLong(matcher.group(2)));
            return Optional.of(new ByteRange(size - suffix, suffix));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(first >= size
                ? new ByteRange(0, 0)
                : new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    /** The value of {@code Content-Range}. */
    public String contentRange(long size) {
        return length == 0 ? "bytes */" + size : "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
