package org.callwright.sip;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.value.CallSid;
import org.callwright.engine.CallEngine;
import org.callwright.engine.port.SipPort;

/** The engine's SIP port: carries effects out through the SIP Servlets API. */
final class SipEffects implements SipPort {

    private final SipFactory factory;
    private final CallEngine engine;
    private final Legs legs;
    private final String host;

    /**
     * @param host what stands behind the {@code @} of a caller id that is only a number
     */
    SipEffects(SipFactory factory, CallEngine engine, Legs legs, String host) {
        this.factory = factory;
        this.engine = engine;
        this.legs = legs;
        this.host = host;
    }

    @Override
    public void carryOut(Effect.Sip effect) {
        try {
            if (effect instanceof Effect.PlaceInvite place) {
                place(place);
                return;
            }
            Optional<Leg> leg = legs.of(effect.leg());
            if (leg.isPresent()) {
                carryOut(effect, leg.get());
            }
        } catch (ServletException | IOException | IllegalStateException | IllegalArgumentException e) {
            failed(effect.leg(), effect, e);
        }
    }

    private void carryOut(Effect.Sip effect, Leg leg) throws IOException {
        if (effect instanceof Effect.SendRinging) {
            leg.ring();
        } else if (effect instanceof Effect.AcceptInvite accept) {
            leg.accept(accept.sdp());
        } else if (effect instanceof Effect.RefuseInvite refuse) {
            if (leg.refuse(refuse.status(), refuse.reason())) {
                legs.remove(leg);
            }
        } else if (effect instanceof Effect.CancelInvite) {
            if (leg.cancel()) {
                legs.remove(leg);
            }
        } else if (effect instanceof Effect.SendBye bye) {
            if (leg.bye(bye.reason())) {
                legs.remove(leg);
            }
        } else {
            throw new IllegalArgumentException("no way to carry out " + effect);
        }
    }

    private void place(Effect.PlaceInvite place) throws IOException, ServletException {
        SipApplicationSession application = factory.createApplicationSession();
        Address from = place.from().contains("@")
                ? factory.createAddress(place.from().startsWith("sip") ? place.from() : "sip:" + place.from())
                : factory.createAddress(factory.createSipURI(place.from(), host));
        Address to = factory.createAddress(place.targetUri());
        SipServletRequest invite = factory.createRequest(application, "INVITE", from, to);
        invite.setRequestURI(to.getURI());
        invite.getSession().setHandler("CallServlet");
        Leg leg = Leg.placing(place.leg(), invite, place.credentials());
        legs.add(leg);
        leg.place(place.sdp(), place.headers());
    }

    private void failed(CallSid sid, Effect.Sip effect, Exception cause) {
        SipLog.LOG.effectFailed(sid.value(), effect.getClass().getSimpleName(), cause);
        legs.of(sid).ifPresent(legs::remove);
        engine.post(new CallEvent.SignallingFailed(sid, String.valueOf(cause.getMessage())));
    }
}
