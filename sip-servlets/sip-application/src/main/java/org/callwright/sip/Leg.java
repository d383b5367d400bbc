package org.callwright.sip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.Parameter;

/**
 * The SIP side of one leg. Requests of the peer and effects of the engine meet here from different threads, so every
 * method holds the leg's monitor; none waits for anything.
 *
 * <p>A leg is received or placed, then answered; from then on it is a dialog in which a re-INVITE of the peer's may wait
 * for its answer. A BYE that is wanted while the ACK is still on its way is sent when it has come (RFC 3261 section 15).
 */
final class Leg {

    /** Attribute of the SIP session that names its leg. */
    static final String ATTRIBUTE = "org.callwright.leg";

    private static final int REQUEST_TERMINATED = 487;

    private final CallSid sid;
    private SipSession session;
    private SipServletRequest unanswered;
    private PlacedInvite placed;
    private String calleesTag;
    private boolean awaitingAck;
    private String wantedBye;
    private boolean over;
    private final KeyRate keys = new KeyRate();

    private Leg(CallSid sid, SipSession session) {
        this.sid = sid;
        adopt(session);
    }

    /** A leg that a peer's INVITE opens. */
    static Leg received(CallSid sid, SipServletRequest invite) {
        Leg leg = new Leg(sid, invite.getSession());
        leg.unanswered = invite;
        return leg;
    }

    /** A leg that our INVITE opens; {@link #place} sends it. */
    static Leg placing(CallSid sid, SipServletRequest invite, Optional<Credentials> credentials) {
        Leg leg = new Leg(sid, invite.getSession());
        leg.placed = new PlacedInvite(invite, credentials);
        return leg;
    }

    CallSid sid() {
        return sid;
    }

    /** Whether a key that came by INFO may be told. */
    synchronized boolean keyAllowed(long nanoTime) {
        return keys.allows(nanoTime);
    }

    synchronized boolean over() {
        return over;
    }

    /**
     * Whether a message of a peer with this tag is this leg's. A proxy may fork our INVITE to several callees, and more
     * than one may answer it: each in a dialog of its own (RFC 3261 section 13.2.2.4), whose SIP session shares its
     * attributes with the first one's. The leg is that with the callee whose 2xx came first.
     */
    synchronized boolean isWith(String peersTag) {
        return calleesTag == null || calleesTag.equals(peersTag);
    }

    private void adopt(SipSession newSession) {
        session = newSession;
        session.setAttribute(ATTRIBUTE, sid.value());
        // The engine ends calls; the container's own expiry would cut those that are quiet for long.
        session.getApplicationSession().setExpires(0);
    }

    // ---- What the engine wants

    synchronized void ring() throws IOException {
        if (unanswered != null) {
            response(SipServletResponse.SC_RINGING, null).send();
        }
    }

    /** Answers with 200, unless a CANCEL was quicker: then {@link #cancelledByPeer} is about to be called. */
    synchronized void accept(String sdp) throws IOException {
        if (unanswered == null || cancelWon()) {
            return;
        }
        SipServletRequest invite = unanswered;
        SipServletResponse ok = response(SipServletResponse.SC_OK, null);
        ok.setHeader("Allow", CallServlet.ALLOW);
        ok.setContent(sdp.getBytes(StandardCharsets.UTF_8), InviteReader.SDP);
        awaitingAck = true;
        unanswered = null;
        try {
            ok.send();
        } catch (IllegalStateException e) {
            if (!cancelWon()) {
                throw e;
            }
            awaitingAck = false;
            unanswered = invite;
        }
    }

    private boolean cancelWon() {
        return session.getState() == SipSession.State.TERMINATED;
    }

    /** Returns whether the leg is over with that: a refused re-INVITE leaves the call as it was. */
    synchronized boolean refuse(int status, String reason) throws IOException {
        if (unanswered == null) {
            return false;
        }
        boolean initial = unanswered.isInitial();
        SipServletResponse refusal = response(status, reason);
        if (initial) {
            refusal.setHeader("Reason", "SIP;cause=" + status + ";text=\"" + quoted(reason) + "\"");
        }
        if (status == SipServletResponse.SC_SERVICE_UNAVAILABLE) {
            refusal.setHeader("Retry-After", "5");
        }
        unanswered = null;
        over = initial;
        refusal.send();
        return initial;
    }

    synchronized void place(String sdp, List<Parameter> headers) throws IOException {
        placed.send(sdp, headers);
    }

    /** Takes the INVITE back, or ends the dialog if a 2xx was quicker; returns whether the leg is over with that. */
    synchronized boolean cancel() throws IOException {
        if (over) {
            return false;
        }
        if (placed == null) {
            sendBye("");
            return true;
        }
        over = true;
        placed.cancel();
        return false;
    }

    /** Ends the dialog, now or when the ACK has come; returns whether the leg is over with that. */
    synchronized boolean bye(String reason) throws IOException {
        if (over) {
            return true;
        }
        if (awaitingAck) {
            wantedBye = reason;
            return false;
        }
        sendBye(reason);
        return true;
    }

    // ---- What the peer does

    /** Keeps a re-INVITE until the engine answers it; false when an earlier one is still unanswered. */
    synchronized boolean hold(SipServletRequest reinvite) {
        if (unanswered != null) {
            return false;
        }
        unanswered = reinvite;
        return true;
    }

    /** The ACK came. False: nobody waits for it any more. */
    synchronized boolean acknowledged() throws IOException {
        boolean awaited = awaitingAck;
        endOfAckWait();
        return awaited;
    }

    /** The ACK will not come any more. */
    synchronized void acknowledgeMissing() throws IOException {
        endOfAckWait();
    }

    /**
     * A CANCEL. The container has answered the INVITE with 487, be it that our 2xx was on its way already: then the
     * session is over all the same. False: it came too late.
     */
    synchronized boolean cancelledByPeer() {
        boolean overtaken = awaitingAck && cancelWon();
        boolean inTime = overtaken || unanswered != null && unanswered.isInitial();
        if (inTime) {
            unanswered = null;
            awaitingAck = false;
            over = true;
        }
        return inTime;
    }

    /** A BYE: what the peer still waits for is answered as RFC 3261 section 15.1.2 wants. */
    synchronized void endedByPeer() throws IOException {
        over = true;
        endUnanswered();
    }

    /** SDP in a provisional response to our INVITE. */
    synchronized void answeredEarly(String tag, String sdp) {
        if (placed != null) {
            placed.answeredEarly(tag, sdp);
        }
    }

    /** The answer to our offer: that of the 2xx, or of an earlier response of the same callee's if it has none. */
    synchronized Optional<String> answer(String tag, Optional<String> sdp) {
        return sdp.isPresent() || placed == null ? sdp : placed.earlyAnswer(tag);
    }

    /** A 2xx to our INVITE. False: the call was given up meanwhile, and the dialog has been ended again. */
    synchronized boolean acceptedByPeer(SipSession answered, String tag) throws IOException {
        adopt(answered);
        placed = null;
        calleesTag = tag;
        if (over) {
            session.createRequest("BYE").send();
            return false;
        }
        return true;
    }

    /** A final refusal of our INVITE. True: it asked who calls, and has its answer; the call goes on. */
    synchronized boolean authenticates(SipServletResponse refusal) throws IOException {
        return placed != null && !over && placed.answer(refusal);
    }

    private void endOfAckWait() throws IOException {
        awaitingAck = false;
        if (wantedBye != null && !over) {
            sendBye(wantedBye);
        }
    }

    private void sendBye(String reason) throws IOException {
        over = true;
        endUnanswered();
        SipServletRequest bye = session.createRequest("BYE");
        if (!reason.isEmpty()) {
            bye.setHeader("Reason", "SIP;cause=200;text=\"" + quoted(reason) + "\"");
        }
        bye.setHeader("X-RestComm-CallSid", sid.value());
        bye.send();
    }

    private void endUnanswered() throws IOException {
        if (unanswered != null) {
            response(REQUEST_TERMINATED, null).send();
            unanswered = null;
        }
    }

    private SipServletResponse response(int status, String reason) {
        SipServletResponse response =
                reason == null ? unanswered.createResponse(status) : unanswered.createResponse(status, reason);
        response.setHeader("X-RestComm-ApiVersion", "2012-04-24");
        response.setHeader("X-RestComm-CallSid", sid.value());
        return response;
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\x00-\\x1f\"\\\\]", " ");
    }
}
