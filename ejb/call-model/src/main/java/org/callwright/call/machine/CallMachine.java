package org.callwright.call.machine;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallSession;
import org.callwright.call.Transition;
import org.callwright.call.state.Negotiation;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.state.Signalling;
import org.callwright.call.state.TimerKind;
import org.callwright.call.value.CallStatus;
import org.callwright.call.verb.VerbSignal;

/** Takes each event to the class whose concern it is. While a call ends, only what the end waits for counts. */
public final class CallMachine {

    private static final String KEYS = "0123456789*#ABCD";

    private final Step step;

    private CallMachine(Step step) {
        this.step = step;
    }

    public static Transition handle(CallSession session, CallEvent event, Instant at) {
        Step step = new Step(session, at);
        CallMachine machine = new CallMachine(step);
        Program program = session.program();
        if (program instanceof Program.Closing || program instanceof Program.Farewell) {
            machine.whileEnding(event);
        } else if (!machine.signalling(event)) {
            machine.rest(event);
        }
        return step.transition();
    }

    private void whileEnding(CallEvent event) {
        if (event instanceof CallEvent.PromptEnded ended) {
            new Operations(step).ended(ended).ifPresent(operation -> new Finalising(step).promptEnded());
        } else if (event instanceof CallEvent.RecordingEnded ended) {
            new Operations(step).ended(ended).ifPresent(operation -> new Finalising(step).recordingEnded(ended));
        } else if (event instanceof CallEvent.MachineDetected detected) {
            new WhoAnswered(step).detected(detected);
            new Finalising(step).detectionEnded();
        } else if (event instanceof CallEvent.FromDialled heard) {
            new Dialling(step).over(heard).ifPresent(new Finalising(step)::dialledOver);
        } else if (event instanceof CallEvent.DocumentFetched fetched) {
            new Finalising(step).farewellAnswered(fetched.requestId());
        } else if (event instanceof CallEvent.DocumentFailed failed) {
            new Finalising(step).farewellAnswered(failed.requestId());
        } else if (event instanceof CallEvent.RecordingQuestion question) {
            new RecordingLive(step).asked(question);
        } else if (event instanceof CallEvent.TimerFired fired) {
            timerFired(fired);
        }
    }

    private boolean signalling(CallEvent event) {
        if (event instanceof CallEvent.Invited invited) {
            new Inbound(step).invited(invited);
        } else if (event instanceof CallEvent.Cancelled) {
            new Inbound(step).cancelled();
        } else if (event instanceof CallEvent.Acknowledged acknowledged) {
            new Inbound(step).acknowledged(acknowledged);
        } else if (event instanceof CallEvent.AcknowledgeMissing) {
            new Inbound(step).acknowledgeMissing();
        } else if (event instanceof CallEvent.OutboundRequested requested) {
            new Outbound(step).requested(requested);
        } else if (event instanceof CallEvent.Progressed progressed) {
            new Outbound(step).progressed(progressed);
        } else if (event instanceof CallEvent.Accepted accepted) {
            new Outbound(step).accepted(accepted);
        } else if (event instanceof CallEvent.Refused refused) {
            new Outbound(step).refused(refused);
        } else if (event instanceof CallEvent.Reoffered reoffered) {
            new OfferAnswer(step).reoffered(reoffered);
        } else if (event instanceof CallEvent.HungUp) {
            hungUp();
        } else if (event instanceof CallEvent.SignallingFailed failed) {
            signallingFailed(failed);
        } else {
            return false;
        }
        return true;
    }

    private void rest(CallEvent event) {
        if (event instanceof CallEvent.DestinationFound found) {
            new Inbound(step).found(found);
        } else if (event instanceof CallEvent.DestinationUnknown) {
            new Inbound(step).unknown();
        } else if (event instanceof CallEvent.DestinationForbidden forbidden) {
            new Inbound(step).forbidden(forbidden);
        } else if (event instanceof CallEvent.DestinationUnavailable unavailable) {
            new Inbound(step).unavailable(unavailable);
        } else if (event instanceof CallEvent.DocumentFetched fetched) {
            new Documents(step).fetched(fetched);
        } else if (event instanceof CallEvent.DocumentFailed failed) {
            new Documents(step).failed(failed);
        } else if (event instanceof CallEvent.MediaAnswered answered) {
            new OfferAnswer(step).mediaAnswered(answered);
        } else if (event instanceof CallEvent.MediaOffered offered) {
            new OfferAnswer(step).mediaOffered(offered);
        } else if (event instanceof CallEvent.MediaConnected) {
            new OfferAnswer(step).mediaConnected();
        } else if (event instanceof CallEvent.MediaRefused refused) {
            new OfferAnswer(step).mediaRefused(refused);
        } else if (event instanceof CallEvent.PromptEnded ended) {
            new Operations(step).ended(ended).ifPresent(operation -> Running.signal(step, new VerbSignal.PromptOver(
                    ended.operation(), operation instanceof Operation.Speech, ended.outcome())));
            new Modifying(step).operationEnded();
        } else if (event instanceof CallEvent.RecordingEnded ended) {
            new Operations(step).ended(ended).filter(operation -> !operation.besideTheProgram()).ifPresent(operation ->
                    Running.signal(step, new VerbSignal.RecordingOver(ended.operation(), ended.outcome())));
            new Modifying(step).operationEnded();
        } else if (event instanceof CallEvent.MachineDetected detected) {
            new WhoAnswered(step).detected(detected);
        } else if (event instanceof CallEvent.DigitPressed pressed && KEYS.indexOf(pressed.digit()) >= 0) {
            Running.signal(step, new VerbSignal.Key(pressed.digit()));
        } else if (event instanceof CallEvent.PeerSilent) {
            peerSilent();
        } else if (event instanceof CallEvent.TimerFired fired) {
            timerFired(fired);
        } else if (event instanceof CallEvent.ModifyRequested requested) {
            new Modifying(step).modify(requested);
        } else if (event instanceof CallEvent.RecordingQuestion question) {
            new RecordingLive(step).asked(question);
        } else if (event instanceof CallEvent.FromDialled heard) {
            new Dialling(step).heard(heard);
        } else if (event instanceof CallEvent.DiallerGone gone) {
            new Dialling(step).diallerGone(gone);
        } else if (event instanceof CallEvent.LegsJoined joined) {
            new Dialling(step).joined(joined);
        } else if (event instanceof CallEvent.LegsNotJoined broken) {
            Running.signal(step, new VerbSignal.Joined(broken.other(), Optional.of(broken.detail())));
        } else if (event instanceof CallEvent.HangupRequested requested) {
            new Finalising(step).end(CallStatus.CANCELED, Refusal.UNAVAILABLE, requested.cause());
        }
    }

    /** BYE from the peer; in an early dialog the INVITE still needs its final answer (RFC 3261 section 15.1.2). */
    private void hungUp() {
        Signalling signalling = step.leg().signalling();
        if (signalling.dialog()) {
            step.set(Signalling.OVER);
            new Finalising(step).end(CallStatus.FAILED, Refusal.UNAVAILABLE, "hung up by the peer");
        } else if (signalling == Signalling.RINGING) {
            new Finalising(step).end(CallStatus.CANCELED, new Refusal(487, "Request Terminated", ""),
                    "hung up by the caller before the answer");
        }
    }

    /** There is nobody to say goodbye to. */
    private void signallingFailed(CallEvent.SignallingFailed event) {
        if (step.leg().signalling() != Signalling.IDLE) {
            step.set(Signalling.OVER);
            step.set(Negotiation.NONE);
            new Finalising(step).end(CallStatus.FAILED, Refusal.UNAVAILABLE, "signalling failed: " + event.detail());
        }
    }

    private void peerSilent() {
        if (step.leg().signalling().dialog()) {
            new Finalising(step).end(CallStatus.FAILED, Refusal.UNAVAILABLE, "nothing heard from the peer");
        }
    }

    private void timerFired(CallEvent.TimerFired event) {
        step.session().timers().kindOf(event.timer()).ifPresent(kind -> {
            step.forgetTimer(kind);
            timeUp(kind);
        });
    }

    private void timeUp(TimerKind kind) {
        switch (kind) {
            case CALL_LENGTH -> new Finalising(step).end(CallStatus.NO_ANSWER,
                    new Refusal(480, "Temporarily Unavailable", "Call Maximum Duration Exceeded"),
                    "longest call length reached");
            case RING -> new Outbound(step).ringTimeout();
            case VERB -> {
                Running.signal(step, new VerbSignal.TimeUp());
                new Modifying(step).goOn();
            }
            case DETECTION -> new WhoAnswered(step).guard();
            case GUARD -> new Finalising(step).guard();
        }
    }
}
