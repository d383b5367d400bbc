package org.callwright.load.sip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A received SIP message as far as a caller looks into it (RFC 3261 section 7). Header names are compared without case
 * and also in their compact forms.
 */
record SipDatagram(String startLine, List<String> headers, String body) {

    static Optional<SipDatagram> parse(ByteBuffer datagram) {
        String text = StandardCharsets.ISO_8859_1.decode(datagram).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, end).split("\r\n");
        return Optional.of(new SipDatagram(lines[0], List.of(lines).subList(1, lines.length), text.substring(end + 4)));
    }

    boolean isResponse() {
        return startLine.startsWith("SIP/2.0 ");
    }

    int status() {
        return Integer.parseInt(startLine.substring(8, 11));
    }

    String requestMethod() {
        return startLine.substring(0, startLine.indexOf(' '));
    }

    String cseqMethod() {
        String value = header("CSeq", "CSeq").orElse("");
        return value.substring(value.indexOf(' ') + 1).trim();
    }

    String callId() {
        return header("Call-ID", "i").orElse("");
    }

    String toTag() {
        String value = header("To", "t").orElse("");
        int at = value.indexOf(";tag=");
        return at < 0 ? "" : value.substring(at + 5).split("[;\\s]", 2)[0];
    }

    /** The URI of the Contact header; empty without one. */
    String contact() {
        String value = header("Contact", "m").orElse("");
        int open = value.indexOf('<');
        return open < 0 ? value.split(";", 2)[0].trim() : value.substring(open + 1, value.indexOf('>', open));
    }

    Optional<String> header(String name, String compact) {
        for (String line : headers) {
            int colon = line.indexOf(':');
            String found = colon < 0 ? "" : line.substring(0, colon).trim();
            if (found.equalsIgnoreCase(name) || found.equalsIgnoreCase(compact)) {
                return Optional.of(line.substring(colon + 1).trim());
            }
        }
        return Optional.empty();
    }

    /** The lines that a response copies (RFC 3261 section 8.2.6.2). */
    List<String> copied() {
        List<String> copied = new ArrayList<>();
        for (String line : headers) {
            String name = line.split(":", 2)[0].trim().toLowerCase();
            if (List.of("via", "v", "from", "f", "to", "t", "call-id", "i", "cseq", "record-route").contains(name)) {
                copied.add(line);
            }
        }
        return copied;
    }

    /** Port of the audio line of an SDP body (RFC 4566), 0 without one. */
    int audioPort() {
        int at = body.indexOf("m=audio ");
        return at < 0 ? 0 : Integer.parseInt(body.substring(at + 8).split("[ /]", 2)[0]);
    }

    /** Address of the first connection line of an SDP body; empty without one. */
    String audioHost() {
        int at = body.indexOf("c=IN IP4 ");
        return at < 0 ? "" : body.substring(at + 9).split("[\\r\\n/]", 2)[0].trim();
    }
}
