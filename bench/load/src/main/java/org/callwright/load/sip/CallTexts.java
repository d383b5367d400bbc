package org.callwright.load.sip;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The messages of one call as a caller writes them (RFC 3261); no Record-Route: the server is next to us. */
final class CallTexts {

    private final String target;
    private final String requestUri;
    private final String via;
    private final String branch;
    private final String from;
    private final String to;
    private final String callId;

    /** @param callId without characters that need quoting; branches are derived from it */
    CallTexts(InetSocketAddress local, InetSocketAddress target, String number, String callId) {
        this.target = hostPort(target);
        this.requestUri = "sip:" + number + "@" + this.target;
        this.via = "SIP/2.0/UDP " + hostPort(local);
        this.branch = "z9hG4bK" + callId;
        this.from = "<sip:load@" + hostPort(local) + ">";
        this.to = "<" + requestUri + ">";
        this.callId = callId;
    }

    String callId() {
        return callId;
    }

    byte[] invite(int rtpPort) {
        String sdp = """
                v=0\r
                o=load 1 1 IN IP4 127.0.0.1\r
                s=-\r
                c=IN IP4 127.0.0.1\r
                t=0 0\r
                m=audio %d RTP/AVP 0 101\r
                a=rtpmap:0 PCMU/8000\r
                a=rtpmap:101 telephone-event/8000\r
                a=fmtp:101 0-15\r
                a=ptime:20\r
                """.formatted(rtpPort);
        return bytes(request("INVITE", requestUri, 1, "i", "") + "Contact: " + from + "\r\n"
                + "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS\r\nContent-Type: application/sdp\r\n"
                + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp);
    }

    /** The ACK of a 2xx goes where the Contact says, as a transaction of its own (section 13.2.2.4). */
    byte[] ack(String contact, String toTag) {
        return bytes(request("ACK", contact, 1, "a", toTag) + "Content-Length: 0\r\n\r\n");
    }

    /** The ACK of any other final answer belongs to the INVITE's transaction (section 17.1.1.3). */
    byte[] ackOfRefusal(String toTag) {
        return bytes(request("ACK", requestUri, 1, "i", toTag) + "Content-Length: 0\r\n\r\n");
    }

    byte[] bye(String contact, String toTag) {
        return bytes(request("BYE", contact, 2, "b", toTag) + "Content-Length: 0\r\n\r\n");
    }

    static byte[] answer(SipDatagram request, String statusAndReason) {
        return bytes("SIP/2.0 " + statusAndReason + "\r\n" + String.join("\r\n", request.copied())
                + "\r\nContent-Length: 0\r\n\r\n");
    }

    private String request(String method, String uri, int cseq, String transaction, String toTag) {
        return method + " " + (uri.isEmpty() ? requestUri : uri) + " SIP/2.0\r\n"
                + "Via: " + via + ";branch=" + branch + transaction + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: " + from + ";tag=f" + callId + "\r\n"
                + "To: " + to + (toTag.isEmpty() ? "" : ";tag=" + toTag) + "\r\n"
                + "Call-ID: " + callId + "\r\n"
                + "CSeq: " + cseq + " " + method + "\r\n";
    }

    private static String hostPort(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
