package org.callwright.sip;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.servlet.sip.SipApplicationSessionEvent;
import javax.servlet.sip.SipApplicationSessionListener;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.annotation.SipListener;
import org.callwright.call.CallEvent;
import org.callwright.engine.CallEngine;

/**
 * Attaches the SIP side to the engine once the container has started our servlet, and tells the engine of calls whose
 * signalling broke: no ACK, or a session that the container gave up.
 */
@SipListener(applicationName = "callwright")
public class CallListener implements SipServletListener, SipErrorListener, SipApplicationSessionListener {

    /** Our container asks here before it gives us a call; another one would leave it alone. */
    private static final String OVERLOADED = "org.callwright.sip.overloaded";

    @Inject
    private CallEngine engine;

    @Inject
    private Legs legs;

    @Inject
    private Attachment attachment;

    @Override
    public void servletInitialized(SipServletContextEvent event) {
        event.getServletContext().setAttribute(OVERLOADED, (BooleanSupplier) engine::overloaded);
        attachment.attach((SipFactory) event.getServletContext().getAttribute(SipServlet.SIP_FACTORY));
    }

    @Override
    public void noAckReceived(SipErrorEvent event) {
        Optional<Leg> leg = legs.of(event.getRequest().getSession());
        if (leg.isEmpty()) {
            return;
        }
        try {
            leg.get().acknowledgeMissing();
        } catch (IOException | IllegalStateException e) {
            SipLog.LOG.effectFailed(leg.get().sid().value(), "BYE after a missing ACK", e);
        }
        if (leg.get().over()) {
            legs.remove(leg.get());
        } else {
            engine.post(new CallEvent.AcknowledgeMissing(leg.get().sid()));
        }
    }

    @Override
    public void noPrackReceived(SipErrorEvent event) {
        // We send no reliable provisional responses, so no PRACK can be missing.
    }

    @Override
    public void sessionCreated(SipApplicationSessionEvent event) {
        // A leg is made by the servlet, which knows the request.
    }

    @Override
    public void sessionExpired(SipApplicationSessionEvent event) {
        giveUp(event, "the SIP session expired");
    }

    @Override
    public void sessionDestroyed(SipApplicationSessionEvent event) {
        giveUp(event, "the SIP session was destroyed");
    }

    @Override
    public void sessionReadyToInvalidate(SipApplicationSessionEvent event) {
        // The container invalidates it; the leg was removed when it ended.
    }

    private void giveUp(SipApplicationSessionEvent event, String why) {
        Iterator<?> sessions = event.getApplicationSession().getSessions("SIP");
        while (sessions.hasNext()) {
            legs.of((SipSession) sessions.next()).ifPresent(leg -> {
                legs.remove(leg);
                engine.post(new CallEvent.SignallingFailed(leg.sid(), why));
            });
        }
    }
}
