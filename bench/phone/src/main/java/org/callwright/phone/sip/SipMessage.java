package org.callwright.phone.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A SIP request or response as text and headers (RFC 3261 section 7). Immutable; header names compare without case, and
 * compact forms are written out when a message is read.
 */
public final class SipMessage {

    /** One header line. */
    public record Header(String name, String value) {
    }

    private static final Map<String, String> COMPACT = Map.of("v", "Via", "f", "From", "t", "To", "i", "Call-ID",
            "m", "Contact", "l", "Content-Length", "c", "Content-Type", "k", "Supported", "s", "Subject",
            "e", "Content-Encoding");

    private final String startLine;
    private final List<Header> headers;
    private final byte[] body;

    SipMessage(String startLine, List<Header> headers, byte[] body) {
        this.startLine = startLine;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** A request without headers. */
    public static SipMessage request(String method, String uri) {
        return new SipMessage(method + " " + uri + " SIP/2.0", List.of(), new byte[0]);
    }

    /** A response with the headers that RFC 3261 section 8.2.6.2 copies from the request. */
    public static SipMessage response(SipMessage request, int status, String reason) {
        List<Header> copied = new ArrayList<>();
        for (String name : List.of("Via", "Record-Route", "From", "To", "Call-ID", "CSeq")) {
            request.headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).forEach(copied::add);
        }
        return new SipMessage("SIP/2.0 " + status + " " + reason, copied, new byte[0]);
    }

    public String startLine() {
        return startLine;
    }

    public boolean isRequest() {
        return !startLine.startsWith("SIP/2.0 ");
    }

    /** The method of a request, or that of the CSeq header of a response. */
    public String method() {
        if (isRequest()) {
            return startLine.substring(0, startLine.indexOf(' '));
        }
        String cseq = header("CSeq").orElse("");
        return cseq.substring(cseq.indexOf(' ') + 1).trim();
    }

    public String requestUri() {
        return startLine.split(" ")[1];
    }

    /** Status code of a response, 0 for a request. */
    public int status() {
        return isRequest() ? 0 : Integer.parseInt(startLine.split(" ")[1]);
    }

    public String reason() {
        String[] parts = startLine.split(" ", 3);
        return isRequest() || parts.length < 3 ? "" : parts[2];
    }

    /** Number of the CSeq header. */
    public int cseq() {
        return Integer.parseInt(header("CSeq").orElse("0 ").trim().split("\\s+")[0]);
    }

    public String callId() {
        return header("Call-ID").orElse("");
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).findFirst();
    }

    /** All values of a header in order; values joined by commas come apart for Route, Record-Route, Via and Contact. */
    public List<String> headers(String name) {
        boolean list = List.of("route", "record-route", "via", "contact").contains(name.toLowerCase());
        List<String> values = new ArrayList<>();
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                values.addAll(list ? SipText.splitOutsideQuotes(header.value()) : List.of(header.value()));
            }
        }
        return values;
    }

    public List<Header> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean hasBody() {
        return body.length > 0;
    }

    /** The same message with one more header line at the end. */
    public SipMessage with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new SipMessage(startLine, more, body);
    }

    /** The same message with one more header line at the beginning, as Via needs it. */
    public SipMessage withFirst(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(0, new Header(name, value));
        return new SipMessage(startLine, more, body);
    }

    /** The same message with the first header of that name replaced, or added when there is none. */
    public SipMessage replacing(String name, String value) {
        List<Header> changed = new ArrayList<>(headers);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equalsIgnoreCase(name)) {
                changed.set(i, new Header(changed.get(i).name(), value));
                return new SipMessage(startLine, changed, body);
            }
        }
        return with(name, value);
    }

    public SipMessage withBody(String contentType, String text) {
        return new SipMessage(startLine, replacing("Content-Type", contentType).headers,
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** The message on the wire; Content-Length is always set. */
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder(512).append(startLine).append("\r\n");
        for (Header header : headers) {
            if (!header.name().equalsIgnoreCase("Content-Length")) {
                text.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        byte[] head = text.append("Content-Length: ").append(body.length).append("\r\n\r\n").toString()
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    static String fullName(String name) {
        return name.length() == 1 ? COMPACT.getOrDefault(name.toLowerCase(), name) : name;
    }

    @Override
    public String toString() {
        return new String(toBytes(), StandardCharsets.UTF_8);
    }
}
