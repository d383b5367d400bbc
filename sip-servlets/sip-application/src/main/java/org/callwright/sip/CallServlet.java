package org.callwright.sip;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.annotation.SipServlet;
import org.callwright.call.CallEvent;
import org.callwright.call.value.CallSid;
import org.callwright.engine.CallEngine;

/**
 * Receives every SIP message that the container has for us, turns it into a call event and returns at once. What must be
 * answered without knowing the call (no SDP where SDP is needed, extensions that we lack) is answered here.
 */
@SipServlet(name = "CallServlet", applicationName = "callwright", loadOnStartup = 1)
public class CallServlet extends javax.servlet.sip.SipServlet {

    private static final long serialVersionUID = 1L;

    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO";

    @Inject
    private transient CallEngine engine;

    @Inject
    private transient Legs legs;

    @Inject
    private transient Attachment attachment;

    // ---- Requests

    @Override
    protected void doInvite(SipServletRequest invite) throws ServletException, IOException {
        Optional<SipRefusal> refusal = InviteReader.check(invite);
        if (refusal.isPresent()) {
            refusal.get().answer(invite);
            return;
        }
        if (invite.isInitial()) {
            newCall(invite);
        } else {
            renewedOffer(invite);
        }
    }

    private void newCall(SipServletRequest invite) throws IOException {
        Optional<String> notReady = engine.notReadyReason();
        if (notReady.isPresent()) {
            SipLog.LOG.refusedNotReady(notReady.get());
            SipRefusal.unavailable().answer(invite);
            return;
        }
        CallSid sid = engine.newCallSid();
        legs.add(Leg.received(sid, invite));
        engine.post(new CallEvent.Invited(sid, InviteReader.facts(invite), InviteReader.sdp(invite)));
    }

    private void renewedOffer(SipServletRequest invite) throws IOException {
        Optional<Leg> leg = legOf(invite);
        if (leg.isEmpty()) {
            SipRefusal.noSuchCall().answer(invite);
        } else if (leg.get().hold(invite)) {
            engine.post(new CallEvent.Reoffered(leg.get().sid(), InviteReader.sdp(invite)));
        } else {
            // RFC 3261 section 14.2: an INVITE of the peer's is still unanswered.
            SipRefusal.retryLater(ThreadLocalRandom.current().nextInt(1, 11)).answer(invite);
        }
    }

    @Override
    protected void doAck(SipServletRequest ack) throws ServletException, IOException {
        Optional<Leg> leg = legOf(ack);
        if (leg.isEmpty() || !leg.get().acknowledged()) {
            return;
        }
        if (leg.get().over()) {
            legs.remove(leg.get());
        } else {
            engine.post(new CallEvent.Acknowledged(leg.get().sid(), InviteReader.sdp(ack)));
        }
    }

    @Override
    protected void doCancel(SipServletRequest cancel) throws ServletException, IOException {
        Optional<Leg> leg = legs.of(cancel.getSession());
        if (leg.isPresent() && leg.get().cancelledByPeer()) {
            legs.remove(leg.get());
            engine.post(new CallEvent.Cancelled(leg.get().sid()));
        }
    }

    @Override
    protected void doBye(SipServletRequest bye) throws ServletException, IOException {
        bye.createResponse(SipServletResponse.SC_OK).send();
        Optional<Leg> leg = legOf(bye);
        if (leg.isPresent()) {
            leg.get().endedByPeer();
            legs.remove(leg.get());
            engine.post(new CallEvent.HungUp(leg.get().sid()));
        }
    }

    @Override
    protected void doInfo(SipServletRequest info) throws ServletException, IOException {
        Optional<Leg> leg = legOf(info);
        if (leg.isEmpty()) {
            SipRefusal.noSuchCall().answer(info);
            return;
        }
        if (info.getContentLength() == 0) {
            info.createResponse(SipServletResponse.SC_OK).send();
            return;
        }
        if (!DtmfInfo.carries(info.getContentType())) {
            SipRefusal.unsupportedMedia(DtmfInfo.TYPES).answer(info);
            return;
        }
        Optional<Character> digit = DtmfInfo.digit(info.getContentType(), InviteReader.text(info));
        if (digit.isEmpty()) {
            SipRefusal.badRequest("Bad DTMF Body").answer(info);
            return;
        }
        info.createResponse(SipServletResponse.SC_OK).send();
        if (leg.get().keyAllowed(System.nanoTime())) {
            engine.post(new CallEvent.DigitPressed(leg.get().sid(), digit.get()));
        }
    }

    @Override
    protected void doOptions(SipServletRequest options) throws ServletException, IOException {
        SipServletResponse ok = options.createResponse(SipServletResponse.SC_OK);
        ok.setHeader("Allow", ALLOW);
        ok.setHeader("Accept", InviteReader.SDP);
        ok.send();
    }

    @Override
    protected void doRequest(SipServletRequest request) throws ServletException, IOException {
        switch (request.getMethod()) {
            case "INVITE", "ACK", "CANCEL", "BYE", "INFO", "OPTIONS" -> super.doRequest(request);
            default -> SipRefusal.methodNotAllowed(ALLOW).answer(request);
        }
    }

    // ---- Responses

    @Override
    protected void doProvisionalResponse(SipServletResponse response) throws ServletException, IOException {
        if (isInvite(response) && response.getStatus() > SipServletResponse.SC_TRYING) {
            Optional<String> sdp = InviteReader.sdp(response);
            legOf(response).ifPresent(leg -> {
                sdp.ifPresent(answer -> leg.answeredEarly(tag(response.getTo()), answer));
                engine.post(new CallEvent.Progressed(leg.sid(), response.getStatus(), sdp));
            });
        }
    }

    @Override
    protected void doSuccessResponse(SipServletResponse response) throws ServletException, IOException {
        if (!isInvite(response)) {
            return;
        }
        response.createAck().send();
        Optional<Leg> leg = legOf(response);
        if (leg.isEmpty()) {
            // A second branch of a fork, or an answer that crossed our CANCEL after the call was given up.
            response.getSession().createRequest("BYE").send();
            return;
        }
        String tag = tag(response.getTo());
        Optional<String> sdp = leg.get().answer(tag, InviteReader.sdp(response));
        if (leg.get().acceptedByPeer(response.getSession(), tag)) {
            engine.post(new CallEvent.Accepted(leg.get().sid(), sdp, InviteReader.answer(response)));
        } else {
            legs.remove(leg.get());
        }
    }

    @Override
    protected void doRedirectResponse(SipServletResponse response) throws ServletException, IOException {
        doErrorResponse(response);
    }

    @Override
    protected void doErrorResponse(SipServletResponse response) throws ServletException, IOException {
        Optional<Leg> leg = legOf(response);
        if (leg.isPresent() && isInvite(response) && !authenticates(leg.get(), response)) {
            legs.remove(leg.get());
            engine.post(new CallEvent.Refused(leg.get().sid(), response.getStatus(), response.getReasonPhrase(),
                    InviteReader.answer(response)));
        }
    }

    private static boolean authenticates(Leg leg, SipServletResponse refusal) throws IOException {
        try {
            return leg.authenticates(refusal);
        } catch (IllegalStateException | IllegalArgumentException e) {
            SipLog.LOG.notAuthenticated(leg.sid().value(), e);
            return false;
        }
    }

    private Optional<Leg> legOf(SipServletRequest request) {
        return legs.of(request.getSession()).filter(leg -> leg.isWith(tag(request.getFrom())));
    }

    private Optional<Leg> legOf(SipServletResponse response) {
        return legs.of(response.getSession()).filter(leg -> leg.isWith(tag(response.getTo())));
    }

    /** Empty for a peer that has none, as one of RFC 2543. */
    private static String tag(Address peer) {
        return Objects.requireNonNullElse(peer.getParameter("tag"), "");
    }

    private static boolean isInvite(SipServletResponse response) {
        return "INVITE".equals(response.getMethod());
    }

    /** The container calls this while our dialogs still live, so the engine can end its calls with BYE. */
    @Override
    public void destroy() {
        attachment.detach();
        legs.close();
    }
}
