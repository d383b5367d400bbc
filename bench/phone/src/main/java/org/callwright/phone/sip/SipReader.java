package org.callwright.phone.sip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads SIP messages from datagrams and from streams (RFC 3261 sections 7 and 18.3). */
final class SipReader {

    private static final int MAX_HEAD = 64 * 1024;

    private SipReader() {
    }

    /** Reads one datagram; empty for keep-alives and for what is no SIP message. */
    static Optional<SipMessage> datagram(byte[] data, int length) {
        int headEnd = headEnd(data, length);
        List<String> lines = lines(new String(data, 0, Math.max(0, headEnd), StandardCharsets.UTF_8));
        if (headEnd < 0 || lines.isEmpty()) {
            return Optional.empty();
        }
        List<SipMessage.Header> headers = headers(lines);
        int bodyLength = contentLength(headers).orElse(length - headEnd);
        int bodyEnd = Math.min(length, headEnd + bodyLength);
        return message(lines.get(0), headers, Arrays.copyOfRange(data, headEnd, bodyEnd));
    }

    /** Reads the next message of a stream; empty at its end. */
    static Optional<SipMessage> stream(InputStream in) throws IOException {
        byte[] head = new byte[1024];
        int length = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (length == 0 && (b == '\r' || b == '\n')) {
                continue;
            }
            if (length == head.length) {
                if (length >= MAX_HEAD) {
                    throw new IOException("SIP message head over " + MAX_HEAD + " bytes");
                }
                head = Arrays.copyOf(head, length * 2);
            }
            head[length++] = (byte) b;
            if (b == '\n' && length >= 4 && head[length - 3] == '\n' && head[length - 2] == '\r') {
                List<String> lines = lines(new String(head, 0, length, StandardCharsets.UTF_8));
                List<SipMessage.Header> headers = headers(lines);
                int bodyLength = contentLength(headers).orElse(0);
                byte[] body = in.readNBytes(bodyLength);
                if (body.length < bodyLength) {
                    throw new EOFException("stream ended inside a SIP body");
                }
                return message(lines.get(0), headers, body);
            }
        }
        return Optional.empty();
    }

    private static Optional<SipMessage> message(String startLine, List<SipMessage.Header> headers, byte[] body) {
        boolean response = startLine.matches("SIP/2\\.0 \\d{3}( .*)?");
        boolean request = startLine.matches("[A-Z]+ \\S+ SIP/2\\.0");
        return response || request ? Optional.of(new SipMessage(startLine, headers, body)) : Optional.empty();
    }

    private static int headEnd(byte[] data, int length) {
        for (int i = 3; i < length; i++) {
            if (data[i] == '\n' && data[i - 1] == '\r' && data[i - 2] == '\n' && data[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static List<String> lines(String head) {
        List<String> lines = new ArrayList<>();
        for (String line : head.split("\r\n")) {
            boolean folded = (line.startsWith(" ") || line.startsWith("\t")) && !lines.isEmpty();
            if (folded) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.trim());
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<SipMessage.Header> headers(List<String> lines) {
        List<SipMessage.Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = SipMessage.fullName(line.substring(0, colon).trim());
                headers.add(new SipMessage.Header(name, line.substring(colon + 1).trim()));
            }
        }
        return headers;
    }

    private static Optional<Integer> contentLength(List<SipMessage.Header> headers) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase("Content-Length")).map(SipMessage.Header::value)
                .filter(value -> value.matches("\\d{1,9}")).findFirst().map(Integer::valueOf);
    }
}
