package org.callwright.call.machine;

import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.state.CallFacts;
import org.callwright.call.state.CallLeg;
import org.callwright.call.state.Negotiation;
import org.callwright.call.state.Negotiation.Stage;
import org.callwright.call.state.Program;
import org.callwright.call.state.Signalling;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.WebTarget;

/**
 * A call that comes in: whose number is it, ring, fetch the document, answer when a verb needs it, and run once the ACK
 * is there, so that the caller hears prompts whole.
 */
record Inbound(Step step) {

    private static final int DESTINATION_NOT_FOUND = 11005;
    private static final int NO_APPLICATION = 11007;

    void invited(CallEvent.Invited event) {
        if (!(step.program() instanceof Program.Idle)) {
            return;
        }
        step.leg(step.leg().with(CallFacts.of(event.facts())).withOffer(event.offer()).with(Signalling.RINGING));
        step.set(step.leg().progress().ringing(step.at()));
        step.set(new Program.Resolving());
        step.startTimer(TimerKind.CALL_LENGTH, step.session().policy().maxCallLength());
        step.emit(new Effect.ResolveDestination(step.sid(), event.facts()));
    }

    void found(CallEvent.DestinationFound event) {
        if (!(step.program() instanceof Program.Resolving)) {
            return;
        }
        step.set(step.leg().facts().with(event.destination()));
        Optional<WebTarget> voice = event.destination().voice();
        if (voice.isEmpty()) {
            step.notify(0, NO_APPLICATION, "the number has no application", Optional.empty(), "");
            new Finalising(step).end(CallStatus.FAILED, Refusal.NOT_FOUND, "the number has no application");
            return;
        }
        step.set(step.leg().progress().ringing(step.at()));
        step.emit(new Effect.SendRinging(step.sid()));
        step.saveCall();
        new Telling(step).hold();
        new Telling(step).of(ProgressEvent.RINGING);
        new Documents(step).initial(voice.get());
    }

    void unknown() {
        if (step.program() instanceof Program.Resolving) {
            new Finalising(step).end(CallStatus.FAILED, Refusal.NOT_FOUND, "unknown destination");
        }
    }

    void forbidden(CallEvent.DestinationForbidden event) {
        if (step.program() instanceof Program.Resolving) {
            step.set(step.leg().facts().with(event.account()));
            step.notify(0, DESTINATION_NOT_FOUND, event.reason(), Optional.empty(), "");
            new Finalising(step).end(CallStatus.FAILED, Refusal.FORBIDDEN, event.reason());
        }
    }

    /** There may well be such a number: the caller, or the trunk, may try again. */
    void unavailable(CallEvent.DestinationUnavailable event) {
        if (step.program() instanceof Program.Resolving) {
            new Finalising(step).end(CallStatus.FAILED, Refusal.TRY_AGAIN, event.reason());
        }
    }

    /**
     * CANCEL; the SIP side has answered the INVITE with 487 by itself. It may have done so before our 2xx got out, and
     * then the call was never answered.
     */
    void cancelled() {
        if (step.leg().signalling() == Signalling.RINGING || step.leg().signalling() == Signalling.ACCEPTED) {
            step.set(step.leg().progress().unanswered());
            new Finalising(step).refusedByPeer(CallStatus.CANCELED, 487, "cancelled by the caller");
        }
    }

    /** Begins to answer. */
    void answer() {
        CallLeg leg = step.leg();
        if (leg.offer().isPresent()) {
            step.set(new Negotiation(Stage.ANSWERING, false));
            step.emit(new Effect.AnswerOffer(step.sid(), leg.offer().get()));
        } else {
            step.set(new Negotiation(Stage.OFFERING, false));
            step.emit(new Effect.MakeOffer(step.sid()));
        }
        step.leg(step.leg().withOffer(Optional.empty()));
    }

    /** Media has our SDP: 200. */
    void accept(String sdp) {
        step.emit(new Effect.AcceptInvite(step.sid(), sdp));
        step.set(Signalling.ACCEPTED);
        step.set(step.leg().progress().answered(step.at()));
        step.saveCall();
        new Telling(step).of(ProgressEvent.ANSWERED);
    }

    void acknowledged(CallEvent.Acknowledged event) {
        if (step.leg().signalling() == Signalling.ACCEPTED) {
            step.set(Signalling.ESTABLISHED);
        }
        Negotiation negotiation = step.leg().negotiation();
        if (step.leg().signalling() == Signalling.ESTABLISHED && negotiation.is(Stage.AWAITING_ANSWER)) {
            new OfferAnswer(step).answered(event.sdp());
        } else {
            connected();
        }
    }

    void acknowledgeMissing() {
        if (step.leg().signalling() == Signalling.ACCEPTED) {
            new Finalising(step).endAs(CallStatus.FAILED, Refusal.UNAVAILABLE, "no ACK");
        } else if (step.leg().signalling() == Signalling.ESTABLISHED) {
            new Finalising(step).end(CallStatus.FAILED, Refusal.UNAVAILABLE, "no ACK to the answered re-INVITE");
        }
    }

    /** Runs the document that waited for the answer, when dialog and media are there. */
    void connected() {
        if (step.leg().talking() && step.program() instanceof Program.Answering answering) {
            Running.run(step, answering.script());
        }
    }
}
