package org.callwright.sip.container.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Writes the requests of one call, as a caller's phone would. */
public final class Dialogue {
    public static final String SDP = """
            v=0\r
            o=- 1 1 IN IP4 127.0.0.1\r
            s=-\r
            c=IN IP4 127.0.0.1\r
            t=0 0\r
            m=audio 40000 RTP/AVP 0\r
            """;
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() & 0xffffff));

    private final Phone phone;
    private final int serverPort;
    private final String callId = "call-" + NUMBER.incrementAndGet() + "@test";
    private final String fromTag = "from" + NUMBER.get();
    private int cseq = 1;
    private String branch;

    public Dialogue(Phone phone, int serverPort) {
        this.phone = phone;
        this.serverPort = serverPort;
    }

    public String callId() {
        return callId;
    }

    public String invite() {
        return initial("INVITE", SDP);
    }

    public String initial(String method, String body) {
        return request(method, "sip:alice@127.0.0.1:" + serverPort, "", newBranch(), cseq, body);
    }

    /** CANCEL and the ACK of a refusal belong to the INVITE's transaction. */
    public String sameTransaction(String method, String toTag) {
        return request(method, "sip:alice@127.0.0.1:" + serverPort, toTag, branch, cseq, "");
    }

    public String ack(SipText ok) {
        return request("ACK", ok.contact(), ok.toTag(), newBranch(), cseq, "");
    }

    public String ack(SipText ok, String body) {
        return request("ACK", ok.contact(), ok.toTag(), newBranch(), cseq, body);
    }

    public String inDialog(String method, SipText ok, String body) {
        return request(method, ok.contact(), ok.toTag(), newBranch(), ++cseq, body);
    }

    /** The answer to a request the server sent. */
    public static String answer(SipText request, int status, String reason, String toTag, String contact, String body) {
        StringBuilder answer = new StringBuilder("SIP/2.0 " + status + " " + reason + "\r\n");
        request.text().lines().filter(line -> line.matches("(?i)(Via|Record-Route|From|Call-ID|CSeq) *:.*"))
                .forEach(line -> answer.append(line).append("\r\n"));
        String to = request.header("To").orElseThrow();
        answer.append("To: ").append(to).append(toTag.isEmpty() || to.contains(";tag=") ? "" : ";tag=" + toTag)
                .append("\r\nContact: <sip:bob@").append(contact).append(">\r\n");
        if (!body.isEmpty()) {
            answer.append("Content-Type: application/sdp\r\n");
        }
        return answer.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body).toString();
    }

    private String newBranch() {
        branch = "z9hG4bK" + NUMBER.incrementAndGet();
        return branch;
    }

    private String request(String method, String uri, String toTag, String viaBranch, int sequence, String body) {
        return method + " " + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/" + phone.transport() + " " + phone.sentBy() + ";branch=" + viaBranch + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:bob@" + phone.sentBy() + ">;tag=" + fromTag + "\r\n"
                + "To: <sip:alice@127.0.0.1:" + serverPort + ">" + (toTag.isEmpty() ? "" : ";tag=" + toTag) + "\r\n"
                + "Call-ID: " + callId + "\r\n"
                + "CSeq: " + sequence + " " + method + "\r\n"
                + "Contact: <sip:bob@" + phone.sentBy() + ";transport=" + phone.transport().toLowerCase() + ">\r\n"
                + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
