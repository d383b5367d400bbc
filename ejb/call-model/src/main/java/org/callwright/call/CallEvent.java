package org.callwright.call;

import java.time.Duration;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Destination;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.Modification;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.SipAnswer;

/**
 * Everything that can happen to a call. Adapters make events and post them to the engine; nothing else travels up.
 * An event that no longer fits the session's state (a stale timer, a late prompt) changes nothing.
 */
public sealed interface CallEvent {

    /** The leg it happened to. */
    CallSid leg();

    // ---- SIP, calls that come in

    /** An INVITE outside of a dialog; the offer is empty when the INVITE carries none. */
    record Invited(CallSid leg, InviteFacts facts, Optional<String> offer) implements CallEvent {
    }

    /** The caller gave up before the answer. */
    record Cancelled(CallSid leg) implements CallEvent {
    }

    /** The ACK for our 2xx; it carries SDP when ours carried the offer. */
    record Acknowledged(CallSid leg, Optional<String> sdp) implements CallEvent {
    }

    /** No ACK came for our 2xx (RFC 3261 section 13.3.1.4). */
    record AcknowledgeMissing(CallSid leg) implements CallEvent {
    }

    // ---- SIP, calls that we place

    /** An application asks for a call. */
    record OutboundRequested(CallSid leg, OutboundCall call) implements CallEvent {
    }

    /** A provisional answer above 100; with SDP the callee may be heard before he answers. */
    record Progressed(CallSid leg, int status, Optional<String> sdp) implements CallEvent {

        /** One that brings nothing to be heard. */
        public Progressed(CallSid leg, int status) {
            this(leg, status, Optional.empty());
        }
    }

    /** A 2xx; the SIP side has sent the ACK. */
    record Accepted(CallSid leg, Optional<String> sdp, Optional<SipAnswer> answer) implements CallEvent {

        /** One of which nobody is told more. */
        public Accepted(CallSid leg, Optional<String> sdp) {
            this(leg, sdp, Optional.empty());
        }
    }

    /** A final answer that is no 2xx, or 408 when none came. */
    record Refused(CallSid leg, int status, String reason, Optional<SipAnswer> answer) implements CallEvent {

        /** One of which nobody is told more. */
        public Refused(CallSid leg, int status, String reason) {
            this(leg, status, reason, Optional.empty());
        }
    }

    // ---- SIP, in the dialog

    /** A re-INVITE; the offer is empty when it asks for ours. The SIP side holds it until accepted or refused. */
    record Reoffered(CallSid leg, Optional<String> offer) implements CallEvent {
    }

    /** BYE from the peer. */
    record HungUp(CallSid leg) implements CallEvent {
    }

    /** The dialog can't go on: transport broken, 481 or 408 to a request of ours. */
    record SignallingFailed(CallSid leg, String detail) implements CallEvent {
    }

    // ---- Routing

    /** The dialled number is ours. */
    record DestinationFound(CallSid leg, Destination destination) implements CallEvent {
    }

    /** Nobody here has the dialled number. */
    record DestinationUnknown(CallSid leg) implements CallEvent {
    }

    /** The number's account may not take calls. */
    record DestinationForbidden(CallSid leg, AccountSid account, String reason) implements CallEvent {
    }

    /** Nobody can say whose the dialled number is; the reason is for the log. */
    record DestinationUnavailable(CallSid leg, String reason) implements CallEvent {
    }

    // ---- Applications

    /** An application answered. */
    record DocumentFetched(CallSid leg, long requestId, FetchedDocument document) implements CallEvent {
    }

    /** An application could not be asked; the detail is for the notification. */
    record DocumentFailed(CallSid leg, long requestId, FetchFailure failure, String detail) implements CallEvent {
    }

    // ---- Media

    /** The answer to {@link Effect.AnswerOffer}. */
    record MediaAnswered(CallSid leg, String sdp) implements CallEvent {
    }

    /** The offer that {@link Effect.MakeOffer} asked for. */
    record MediaOffered(CallSid leg, String sdp) implements CallEvent {
    }

    /** The peer's answer of {@link Effect.ApplyAnswer} is in force. */
    record MediaConnected(CallSid leg) implements CallEvent {
    }

    /** Any of the three could not be done. */
    record MediaRefused(CallSid leg, MediaRefusal refusal, String detail) implements CallEvent {
    }

    /** A prompt came to its end. */
    record PromptEnded(CallSid leg, long operation, PromptOutcome outcome) implements CallEvent {
    }

    /** Media has heard, or given up to hear, who answered; {@code after} is audio that was listened to. */
    record MachineDetected(CallSid leg, long operation, AnsweredBy answeredBy, Duration after) implements CallEvent {
    }

    /** A recording came to its end. */
    record RecordingEnded(CallSid leg, long operation, RecordingOutcome outcome) implements CallEvent {
    }

    /** A key, by RFC 4733 or SIP INFO. */
    record DigitPressed(CallSid leg, char digit) implements CallEvent {
    }

    /** Nothing came from the peer's media for the inactivity limit. */
    record PeerSilent(CallSid leg) implements CallEvent {
    }

    /** The legs of {@link Effect.JoinLegs} hear each other, or the one of {@link Effect.HearLeg} hears the other. */
    record LegsJoined(CallSid leg, CallSid other) implements CallEvent {
    }

    /** The two could not be joined. */
    record LegsNotJoined(CallSid leg, CallSid other, String detail) implements CallEvent {
    }

    // ---- Calls that dial others: each hears of the other by events, whatever became of it

    /** What a call hears of one that it dialled. */
    sealed interface FromDialled extends CallEvent {

        CallSid dialled();
    }

    /** The callee rings. */
    record DialledRings(CallSid leg, CallSid dialled) implements FromDialled {
    }

    /** The callee has not answered, but there is something to be heard of him: early media. */
    record DialledHeard(CallSid leg, CallSid dialled) implements FromDialled {
    }

    /** The callee has answered and can be heard. */
    record DialledAnswered(CallSid leg, CallSid dialled) implements FromDialled {
    }

    /** The call is over; nothing more will be heard of it. */
    record DialledEnded(CallSid leg, CallSid dialled, DialledOutcome outcome) implements FromDialled {
    }

    /** The call goes on without the one that dialled it; nothing more will be heard of it. */
    record DialledLeft(CallSid leg, CallSid dialled, DialledOutcome outcome) implements FromDialled {
    }

    /** Told to a dialled call: the one that dialled it wants it to end. */
    record DiallerGone(CallSid leg, String cause) implements CallEvent {
    }

    // ---- The rest

    /** A timer of {@link Effect.StartTimer} ran out. */
    record TimerFired(CallSid leg, long timer) implements CallEvent {
    }

    /** The application wants the call to do something else. */
    record ModifyRequested(CallSid leg, Modification change) implements CallEvent {
    }

    /** An application wants to know or change how the call is recorded: {@link Effect.AnswerRecordingQuestion}. */
    sealed interface RecordingQuestion extends CallEvent {

        RecordingSid recording();
    }

    /**
     * The application wants the call recorded while its program goes on.
     *
     * @param recording a new SID, under which the answer comes
     */
    record RecordingRequested(CallSid leg, RecordingSid recording, RecordingOrder order)
            implements RecordingQuestion {
    }

    /** The application wants no more of a recording that it asked for. */
    record RecordingStopRequested(CallSid leg, RecordingSid recording) implements RecordingQuestion {
    }

    /** Somebody other than the peers ends the call: the API, the drain, the reaper. The cause is for the log. */
    record HangupRequested(CallSid leg, String cause) implements CallEvent {
    }
}
