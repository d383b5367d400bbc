package org.callwright.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingSpec;
import org.callwright.call.value.WebRequest;

/** Everything that the machine can want done. Effects are values; the engine carries them out in their order. */
public sealed interface Effect {

    /** Effects on a leg's signalling. */
    sealed interface Sip extends Effect {

        CallSid leg();
    }

    /** 180 to the pending INVITE. */
    record SendRinging(CallSid leg) implements Sip {
    }

    /** 200 with this SDP to the pending INVITE or re-INVITE. */
    record AcceptInvite(CallSid leg, String sdp) implements Sip {
    }

    /** A final refusal to the pending INVITE or re-INVITE. */
    record RefuseInvite(CallSid leg, int status, String reason) implements Sip {
    }

    /**
     * Places a call.
     *
     * @param from a number, or a SIP URI when it contains {@code @}
     * @param credentials for a callee who asks who calls; the SIP side answers him by itself
     */
    record PlaceInvite(CallSid leg, String from, String targetUri, String sdp, List<Parameter> headers,
            Optional<Credentials> credentials) implements Sip {

        public PlaceInvite {
            headers = List.copyOf(headers);
        }

        /** Without credentials. */
        public PlaceInvite(CallSid leg, String from, String targetUri, String sdp, List<Parameter> headers) {
            this(leg, from, targetUri, sdp, headers, Optional.empty());
        }
    }

    /** CANCEL to the INVITE that we placed; a 2xx that crosses it is acknowledged and ended by the SIP side. */
    record CancelInvite(CallSid leg) implements Sip {
    }

    /** BYE; the reason goes into a Reason header when not empty. */
    record SendBye(CallSid leg, String reason) implements Sip {
    }

    /** Effects on a leg's media. */
    sealed interface Media extends Effect {

        CallSid leg();
    }

    /** Answer the peer's offer, the first (makes the endpoint) or a renewed one: MediaAnswered or MediaRefused. */
    record AnswerOffer(CallSid leg, String offer) implements Media {
    }

    /**
     * Make an offer (and the endpoint, if there is none): MediaOffered or MediaRefused.
     *
     * @param beside a leg that this one is to be joined with, so that its endpoint has to be where that one's is
     */
    record MakeOffer(CallSid leg, Optional<CallSid> beside) implements Media {

        /** An offer of a leg that stands for itself. */
        public MakeOffer(CallSid leg) {
            this(leg, Optional.empty());
        }
    }

    /** Take the peer's answer: MediaConnected or MediaRefused. */
    record ApplyAnswer(CallSid leg, String answer) implements Media {
    }

    /** Play; ends with PromptEnded. {@code loop} 0 = until stopped. */
    record PlayPrompt(CallSid leg, long operation, Prompt prompt, int loop) implements Media {
    }

    /** Stop a prompt, also one that is still being prepared; it ends with PromptEnded all the same. */
    record StopPrompt(CallSid leg, long operation) implements Media {
    }

    /** Record into the recording's file; ends with RecordingEnded. */
    record StartRecording(
            CallSid leg, long operation, RecordingSid recording, RecordingSpec spec, RecordingFormat format)
            implements Media {

        /** As WAV. */
        public StartRecording(CallSid leg, long operation, RecordingSid recording, RecordingSpec spec) {
            this(leg, operation, recording, spec, RecordingFormat.WAV);
        }
    }

    /** Record beside whatever else records, into a file of its own; ends with RecordingEnded, or with the media. */
    record StartLiveRecording(
            CallSid leg, long operation, RecordingSid recording, Duration maxLength, RecordingFormat format)
            implements Media {

        /** As WAV. */
        public StartLiveRecording(CallSid leg, long operation, RecordingSid recording, Duration maxLength) {
            this(leg, operation, recording, maxLength, RecordingFormat.WAV);
        }
    }

    /** End a recording; it ends with RecordingEnded. */
    record StopRecording(CallSid leg, long operation) implements Media {
    }

    /** Listen whether a person or a machine answered; ends with MachineDetected, at the latest with the media. */
    record DetectMachine(CallSid leg, long operation, MachineDetection detection) implements Media {
    }

    /** Effects that connect a leg with another one, until parted or one of them is released. */
    sealed interface Joining extends Media {

        CallSid other();
    }

    /** Let the two hear each other: LegsJoined or LegsNotJoined. */
    record JoinLegs(CallSid leg, CallSid other) implements Joining {
    }

    /** Let the leg hear the other one, which does not hear it: LegsJoined or LegsNotJoined. */
    record HearLeg(CallSid leg, CallSid other) implements Joining {
    }

    /** Undo {@link Joining}; does nothing when the leg is not joined. */
    record PartLegs(CallSid leg) implements Media {
    }

    /** Free all that the leg has; running operations end with their events first. */
    record ReleaseMedia(CallSid leg) implements Media {
    }

    /** Whom is the dialled number? DestinationFound, DestinationUnknown or DestinationForbidden. */
    record ResolveDestination(CallSid leg, InviteFacts facts) implements Effect {
    }

    /** Effects of a call on another one, a session of its own: one that it dials, or that dialled it. */
    sealed interface Dialling extends Effect {

        CallSid leg();
    }

    /** Begin another call. It tells this one how it goes, from DialledRings to DialledEnded, which always comes. */
    record PlaceDialled(CallSid leg, CallSid dialled, OutboundCall call) implements Dialling {
    }

    /** Give this event to the other call. */
    record Tell(CallSid leg, CallEvent event) implements Dialling {
    }

    /** Tell who asked, if anybody still waits. */
    record AnswerRecordingQuestion(CallSid leg, RecordingAnswer answer) implements Effect {
    }

    /** Ask an application: DocumentFetched or DocumentFailed. */
    record FetchDocument(CallSid leg, long requestId, WebRequest request) implements Effect {
    }

    /** Start, or start anew, a timer: TimerFired. */
    record StartTimer(CallSid leg, long timer, Duration delay) implements Effect {
    }

    record StopTimer(CallSid leg, long timer) implements Effect {
    }

    /** Effects that write something down. Written in the order they come, for each call. */
    sealed interface Record extends Effect {
    }

    record SaveCall(CallRecord call) implements Record {
    }

    record SaveSay(SayRecord say) implements Record {
    }

    record SaveRecording(RecordingRecord recording) implements Record {
    }

    /** Remove an empty recording, row and file. */
    record DropRecording(RecordingSid recording) implements Record {
    }

    record SaveNotification(NotificationRecord notification) implements Record {
    }

    /** Replaces the one that the call has. */
    record SaveMessage(MessageRecord message) implements Record {
    }

    /** Make this request, at least once, even if the server dies meanwhile. */
    record QueueCallback(CallbackRecord callback) implements Record {
    }

    /**
     * Keep this callback for the case that the server dies before the call ends: it is how the call's end will be told
     * then. Replaced by the {@link QueueCallback} with the same SID when the call ends by itself.
     */
    record HoldCallback(CallbackRecord callback) implements Record {
    }

    /** The last effect of a session: its state may be dropped. The record is for the one log line per call. */
    record Forget(CallSid leg, Optional<CallRecord> outcome) implements Effect {
    }
}
