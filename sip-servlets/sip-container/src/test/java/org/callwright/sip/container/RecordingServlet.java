package org.callwright.sip.container;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.callwright.sip.container.testing.Dialogue;

/**
 * The application under test: answers calls like a phone, writes down what reaches it. The user part of the callee
 * decides: {@code alice} answers at once, {@code ringing} never does, {@code busy} refuses at once.
 */
public class RecordingServlet extends SipServlet implements SipErrorListener, SipServletListener {
    private static final long serialVersionUID = 1L;
    /** What happened, in order: {@code INVITE call-id}. */
    static final List<String> EVENTS = new CopyOnWriteArrayList<>();
    static final List<SipServletResponse> RESPONSES = new CopyOnWriteArrayList<>();
    static volatile SipApplicationSession lastSession;
    static volatile SipServletRequest lastInvite;

    static void reset() {
        EVENTS.clear();
        RESPONSES.clear();
        lastSession = null;
        lastInvite = null;
    }

    static long count(String event) {
        return EVENTS.stream().filter(event::equals).count();
    }

    private static void note(String what, SipServletRequest request) {
        EVENTS.add(what + " " + request.getCallId());
    }

    @Override
    protected void doInvite(SipServletRequest request) throws ServletException, IOException {
        note(request.isInitial() ? "INVITE" : "RE-INVITE", request);
        lastInvite = request;
        lastSession = request.getApplicationSession();
        if (request.getRequestURI().toString().contains("ringing")) {
            request.createResponse(180).send();
            return;
        }
        if (request.getRequestURI().toString().contains("busy")) {
            request.createResponse(486).send();
            return;
        }
        SipServletResponse ok = request.createResponse(200);
        ok.setContent(Dialogue.SDP, "application/sdp");
        ok.send();
    }

    @Override
    protected void doAck(SipServletRequest request) throws IOException {
        note(request.getContentLength() > 0 ? "ACK+SDP" : "ACK", request);
    }

    @Override
    protected void doBye(SipServletRequest request) throws IOException {
        note("BYE", request);
        request.createResponse(200).send();
    }

    @Override
    protected void doCancel(SipServletRequest request) {
        note("CANCEL", request);
    }

    @Override
    protected void doInfo(SipServletRequest request) throws IOException {
        note("INFO", request);
        request.createResponse(200).send();
    }

    @Override
    protected void doResponse(SipServletResponse response) throws IOException, ServletException {
        RESPONSES.add(response);
        if (response.getMethod().equals("INVITE") && response.getStatus() == 200) {
            response.createAck().send();
        }
        EVENTS.add(response.getStatus() + " " + response.getCallId());
    }

    @Override
    public void noAckReceived(SipErrorEvent event) {
        note("NO-ACK", event.getRequest());
    }

    @Override
    public void noPrackReceived(SipErrorEvent event) {
        note("NO-PRACK", event.getRequest());
    }

    @Override
    public void servletInitialized(SipServletContextEvent event) {
        EVENTS.add("INITIALIZED");
    }
}
