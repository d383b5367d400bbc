package org.callwright.call.machine;

import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.state.Negotiation;
import org.callwright.call.state.Negotiation.Stage;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.MediaRefusal;

/**
 * Offers and answers (RFC 3264), the first exchange and those of re-INVITEs. A first exchange that fails ends the call;
 * a renewed one that fails leaves it as it was.
 */
record OfferAnswer(Step step) {

    private static final int LEG_NOT_CREATED = 11008;

    void mediaAnswered(CallEvent.MediaAnswered event) {
        Negotiation negotiation = step.leg().negotiation();
        if (!negotiation.is(Stage.ANSWERING)) {
            return;
        }
        step.set(Negotiation.NONE);
        if (negotiation.renewed()) {
            step.emit(new Effect.AcceptInvite(step.sid(), event.sdp()));
            new Inbound(step).connected();
        } else {
            new Inbound(step).accept(event.sdp());
        }
    }

    void mediaOffered(CallEvent.MediaOffered event) {
        Negotiation negotiation = step.leg().negotiation();
        if (!negotiation.is(Stage.OFFERING)) {
            return;
        }
        step.set(negotiation.at(Stage.AWAITING_ANSWER));
        if (negotiation.renewed()) {
            step.emit(new Effect.AcceptInvite(step.sid(), event.sdp()));
        } else if (step.leg().order().isPresent()) {
            new Outbound(step).invite(event.sdp());
        } else {
            new Inbound(step).accept(event.sdp());
        }
    }

    /** The peer's 2xx or ACK has come, with an answer to our offer if it is well-behaved. */
    void answered(Optional<String> sdp) {
        Negotiation negotiation = step.leg().negotiation();
        if (sdp.isPresent()) {
            step.set(negotiation.at(Stage.APPLYING));
            step.emit(new Effect.ApplyAnswer(step.sid(), sdp.get()));
        } else if (negotiation.renewed()) {
            step.set(Negotiation.NONE);
            new Inbound(step).connected();
        } else {
            new Finalising(step).endAs(CallStatus.FAILED, Refusal.UNAVAILABLE, "no answer to our offer");
        }
    }

    /** An answer before the call is answered (RFC 3261 section 13.2.1); of several, as of a fork, the latest holds. */
    void answeredEarly(String sdp) {
        step.set(step.leg().negotiation().at(Stage.EARLY));
        step.emit(new Effect.ApplyAnswer(step.sid(), sdp));
    }

    void mediaConnected() {
        Negotiation negotiation = step.leg().negotiation();
        if (negotiation.is(Stage.EARLY)) {
            new Dialling(step).heard();
        } else if (negotiation.is(Stage.APPLYING)) {
            step.set(Negotiation.NONE);
            new Inbound(step).connected();
            new Outbound(step).connected();
        }
    }

    void mediaRefused(CallEvent.MediaRefused event) {
        Negotiation negotiation = step.leg().negotiation();
        if (negotiation.is(Stage.NONE) || negotiation.is(Stage.AWAITING_ANSWER)) {
            return;
        }
        if (negotiation.is(Stage.EARLY)) {
            step.set(negotiation.at(Stage.AWAITING_ANSWER));
            new Dialling(step).rings();
            return;
        }
        if (negotiation.renewed()) {
            step.set(Negotiation.NONE);
            if (negotiation.holdsReinvite()) {
                step.emit(new Effect.RefuseInvite(step.sid(), MediaRefusal.NOT_ACCEPTABLE.sipStatus(),
                        MediaRefusal.NOT_ACCEPTABLE.sipReason()));
            }
            new Inbound(step).connected();
            return;
        }
        if (step.leg().order().isPresent()) {
            step.notify(0, LEG_NOT_CREATED, "the call could not be placed: " + event.detail(), Optional.empty(), "");
        }
        MediaRefusal refusal = event.refusal();
        new Finalising(step).endAs(CallStatus.FAILED, new Refusal(refusal.sipStatus(), refusal.sipReason(), ""),
                "media refused: " + refusal);
    }

    void reoffered(CallEvent.Reoffered event) {
        Negotiation negotiation = step.leg().negotiation();
        if (!step.leg().signalling().dialog() || negotiation.holdsReinvite()) {
            return;
        }
        if (!negotiation.is(Stage.NONE)) {
            step.emit(new Effect.RefuseInvite(step.sid(), 491, "Request Pending"));
        } else if (event.offer().isPresent()) {
            step.set(new Negotiation(Stage.ANSWERING, true));
            step.emit(new Effect.AnswerOffer(step.sid(), event.offer().get()));
        } else {
            step.set(new Negotiation(Stage.OFFERING, true));
            step.emit(new Effect.MakeOffer(step.sid()));
        }
    }
}
