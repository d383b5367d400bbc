package org.callwright.media.mgcp.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a datagram apart. Whatever comes, the answer is a list: messages, and for what is none what its sender is owed.
 * Tolerant where it costs nothing (LF or CRLF, case, blanks, empty lines around a message), bounded in every dimension.
 */
public final class MgcpReader {

    /** Longest datagram that is read; RFC 3435 asks for 4000 bytes. */
    public static final int MAX_BYTES = 8192;

    private static final int MAX_MESSAGES = 32;

    private MgcpReader() {
    }

    /** Never fails. An empty datagram gives an empty list. */
    public static List<Received> read(byte[] datagram, int length) {
        boolean oversized = length > MAX_BYTES;
        String text = new String(datagram, 0, Math.min(length, MAX_BYTES), StandardCharsets.UTF_8);
        List<Received> found = new ArrayList<>();
        for (List<String> lines : messages(text)) {
            if (found.size() == MAX_MESSAGES) {
                found.add(new Malformed(Malformed.NONE, ReturnCode.PROTOCOL_ERROR, "too many messages at once"));
                return found;
            }
            if (oversized) {
                found.add(new Malformed(MessageParser.transactionId(lines), ReturnCode.PROTOCOL_ERROR,
                        "longer than " + MAX_BYTES + " bytes"));
                return found;
            }
            found.add(MessageParser.parse(lines));
        }
        return found;
    }

    /** The lines of each message: they are separated by lines with nothing but a dot. */
    private static List<List<String>> messages(String text) {
        List<List<String>> messages = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            if (line.strip().equals(".")) {
                add(lines, messages);
                lines = new ArrayList<>();
            } else if (!lines.isEmpty() || !line.isBlank()) {
                lines.add(line);
            }
        }
        add(lines, messages);
        return messages;
    }

    private static void add(List<String> lines, List<List<String>> messages) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        if (!lines.isEmpty()) {
            messages.add(lines);
        }
    }
}
