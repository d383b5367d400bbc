package org.callwright.call.machine;

import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.state.CallFacts;
import org.callwright.call.program.Application;
import org.callwright.call.program.Flow;
import org.callwright.call.state.Negotiation;
import org.callwright.call.state.Negotiation.Stage;
import org.callwright.call.state.Program;
import org.callwright.call.state.Signalling;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.ProgressEvent;

/** A call that we place: offer, INVITE, ring; and when the callee has answered, fetch the document and run it. */
record Outbound(Step step) {

    void requested(CallEvent.OutboundRequested event) {
        if (!(step.program() instanceof Program.Idle)) {
            return;
        }
        step.leg(step.leg().with(CallFacts.of(event.call())).withOrder(Optional.of(event.call()))
                .withDialler(event.call().dialler()));
        step.set(new Program.Calling(
                flow(event.call()), event.call().application().flatMap(Application::detection)));
        step.set(new Negotiation(Stage.OFFERING, false));
        step.startTimer(TimerKind.CALL_LENGTH, step.session().policy().maxCallLength());
        step.saveCall();
        new Telling(step).hold();
        new Telling(step).of(ProgressEvent.INITIATED);
        step.emit(new Effect.MakeOffer(step.sid(), event.call().dialler()));
    }

    /** Our offer is there: INVITE. */
    void invite(String sdp) {
        OutboundCall order = step.leg().order().orElseThrow();
        step.leg(step.leg().withOrder(Optional.empty()).with(Signalling.CALLING));
        step.set(new Negotiation(Stage.AWAITING_ANSWER, false));
        step.emit(new Effect.PlaceInvite(step.sid(), order.from(), order.targetUri(), sdp, order.headers(),
                order.credentials()));
        step.startTimer(TimerKind.RING, order.ringTimeout());
    }

    void progressed(CallEvent.Progressed event) {
        if (step.leg().signalling() != Signalling.CALLING) {
            return;
        }
        if (event.sdp().isPresent() && step.leg().dialler().isPresent()) {
            new OfferAnswer(step).answeredEarly(event.sdp().get());
        }
        boolean rings = event.status() == 180 || event.status() == 183;
        if (rings && step.leg().progress().status() == CallStatus.QUEUED) {
            step.set(step.leg().progress().ringing(step.at()));
            step.saveCall();
            new Telling(step).of(ProgressEvent.RINGING);
            if (!step.leg().negotiation().is(Stage.EARLY)) {
                new Dialling(step).rings();
            }
        }
    }

    void accepted(CallEvent.Accepted event) {
        if (step.leg().signalling() != Signalling.CALLING) {
            return;
        }
        step.stopTimer(TimerKind.RING);
        step.leg(step.leg().withAnswer(event.answer()));
        step.set(Signalling.ESTABLISHED);
        step.set(step.leg().progress().answered(step.at()));
        step.saveCall();
        new Telling(step).of(ProgressEvent.ANSWERED);
        new OfferAnswer(step).answered(event.sdp());
    }

    void refused(CallEvent.Refused event) {
        if (step.leg().signalling() == Signalling.CALLING) {
            step.leg(step.leg().withAnswer(event.answer()));
            new Finalising(step).refusedByPeer(statusOf(event.status()), event.status(),
                    "refused by the callee: " + event.status());
        }
    }

    private static CallStatus statusOf(int sipStatus) {
        return switch (sipStatus) {
            case 486, 600, 603 -> CallStatus.BUSY;
            case 487 -> CallStatus.CANCELED;
            default -> CallStatus.FAILED;
        };
    }

    void ringTimeout() {
        if (step.leg().signalling() == Signalling.CALLING) {
            new Finalising(step).end(CallStatus.NO_ANSWER, Refusal.UNAVAILABLE, "no answer");
        } else {
            new Dialling(step).undecided();
        }
    }

    private static Optional<Flow> flow(OutboundCall call) {
        return call.program() instanceof Flow flow ? Optional.of(flow) : Optional.empty();
    }

    /** The callee has answered and media runs. The application is asked now, or when it is known who answered. */
    void connected() {
        if (step.program() instanceof Program.Calling calling) {
            if (step.leg().dialler().isPresent()) {
                new Dialling(step).connected();
                return;
            }
            if (calling.flow().isPresent()) {
                Flowing.run(step, calling.flow().get());
                return;
            }
            calling.detection().ifPresent(new WhoAnswered(step)::ordered);
            if (!(step.program() instanceof Program.Detecting)) {
                step.leg().facts().voice().ifPresent(new Documents(step)::initial);
            }
        }
    }
}
