package org.callwright.phone.sip;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The peer-to-peer relation of a call (RFC 3261 section 12): identifiers, sequence numbers, remote target and route
 * set. Starts unfinished on the caller's side and is completed by the first response with a tag; a 2xx to a re-INVITE
 * may move the remote target.
 */
public final class Dialog {

    private final String callId;
    private final String local;
    private final String contact;
    private String remote;
    private String remoteTarget;
    private List<String> routes;
    private int localSequence;

    private Dialog(String callId, String local, String remote, String remoteTarget, String contact,
            List<String> routes) {
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.remoteTarget = remoteTarget;
        this.contact = contact;
        this.routes = routes;
    }

    /** The caller's side before any response; {@code routes} holds outbound proxies, or nothing. */
    public static Dialog calling(String from, String to, String contact, List<String> routes) {
        return new Dialog(UUID.randomUUID().toString(), from + ";tag=" + newTag(), "<" + to + ">", to, contact, routes);
    }

    /** The called side, from the INVITE. */
    public static Dialog called(SipMessage invite, String contact) {
        String target = invite.headers("Contact").stream().findFirst().map(SipText::uri)
                .orElseGet(() -> SipText.uri(invite.header("From").orElseThrow()));
        return new Dialog(invite.callId(), invite.header("To").orElseThrow() + ";tag=" + newTag(),
                invite.header("From").orElseThrow(), target, contact, invite.headers("Record-Route"));
    }

    /** Takes over the remote tag, target and route set of a response to the INVITE. */
    public synchronized void establish(SipMessage response) {
        remote = response.header("To").orElse(remote);
        response.headers("Contact").stream().findFirst().map(SipText::uri).ifPresent(uri -> remoteTarget = uri);
        List<String> recorded = new ArrayList<>(response.headers("Record-Route"));
        Collections.reverse(recorded);
        routes = recorded;
    }

    /** A target refresh, by a re-INVITE or its 2xx (RFC 3261 section 12.2). */
    public synchronized void refresh(SipMessage message) {
        message.headers("Contact").stream().findFirst().map(SipText::uri).ifPresent(uri -> remoteTarget = uri);
    }

    /** The next request of this side. */
    public synchronized SipMessage request(String method) {
        return request(method, ++localSequence);
    }

    /** The ACK of the 2xx to the INVITE with that sequence number. */
    public synchronized SipMessage ack(int sequence) {
        return request("ACK", sequence);
    }

    private SipMessage request(String method, int sequence) {
        SipMessage request = SipMessage.request(method, remoteTarget).with("Max-Forwards", "70")
                .with("From", local).with("To", remote).with("Call-ID", callId)
                .with("CSeq", sequence + " " + method).with("Contact", contact);
        for (String route : routes) {
            request = request.with("Route", route);
        }
        return request;
    }

    /** A response of the called side, with this side's tag and contact. */
    public synchronized SipMessage response(SipMessage request, int status, String reason) {
        SipMessage response = SipMessage.response(request, status, reason);
        boolean initial = SipText.tag(request.header("To").orElse("")).isEmpty();
        if (initial && status > 100) {
            response = response.replacing("To", local);
        }
        return response.with("Contact", contact);
    }

    /** Where requests of this dialog go: the first route, else the remote target. */
    public synchronized InetSocketAddress nextHop() {
        return SipText.hostPort(routes.isEmpty() ? remoteTarget : SipText.uri(routes.get(0)));
    }

    /** Whether a request of the far end belongs to this dialog. */
    public synchronized boolean matches(SipMessage request) {
        return request.callId().equals(callId)
                && SipText.tag(request.header("To").orElse("")).equals(SipText.tag(local))
                && SipText.tag(request.header("From").orElse("")).equals(SipText.tag(remote));
    }

    public String callId() {
        return callId;
    }

    private static String newTag() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
