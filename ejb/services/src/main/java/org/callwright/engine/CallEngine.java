package org.callwright.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.RecordingVerdict;
import org.callwright.engine.port.SipPort;

/** The engine as its adapters see it: the SIP application, the dialects and the operator's tools. */
public interface CallEngine {

    /** The end reason of calls that were ended because their server stops. */
    String STOPPING = "the server is stopping";

    /** A new call SID of this instance, for a leg that the SIP application received. */
    CallSid newCallSid();

    /** Hands an event over and returns at once. Events of one call are handled one after the other, in this order. */
    void post(CallEvent event);

    /**
     * Starts a call.
     *
     * @return its record in state queued, handed to the record store
     * @throws CallRefusedException when no call can be placed now; the message may be shown to users
     */
    default CallRecord placeCall(OutboundCall call) {
        return placeCall(newCallSid(), call);
    }

    /**
     * Starts a call whose SID the caller has chosen before, so that it could be written down first.
     *
     * @param sid from {@link #newCallSid}
     * @return its record in state queued, handed to the record store
     * @throws CallRefusedException when no call can be placed now; the SID may be used again
     * @throws IllegalArgumentException when a call with this SID is under way
     */
    CallRecord placeCall(CallSid sid, OutboundCall call);

    /**
     * Asks a call to be recorded, or not to be any more; an answer always comes, from a thread that must not be held
     * up. An engine that does not know the call answers that it has ended.
     */
    default CompletionStage<RecordingAnswer> ask(CallEvent.RecordingQuestion question) {
        return CompletableFuture.completedFuture(
                RecordingAnswer.none(question.recording(), RecordingVerdict.CALL_ENDED));
    }

    /** The SIP application tells that it is there. */
    void attach(SipPort sip);

    /**
     * The SIP application goes away; does nothing when another one has attached since. Blocks: the calls are ended
     * through it first (BYE), for at most CALLWRIGHT_STOP_SECONDS. New calls are refused meanwhile.
     */
    void detach(SipPort sip);

    /** Whether calls can be taken: SIP attached, media running. The text says what is missing. */
    Optional<String> notReadyReason();

    /** Whether a new call would wait too long to begin, so that it is better refused; costs next to nothing to ask. */
    default boolean overloaded() {
        return false;
    }

    /** Whether the call is under way on this server. */
    boolean runs(CallSid call);

    /** Calls that are under way. */
    int activeCalls();
}
