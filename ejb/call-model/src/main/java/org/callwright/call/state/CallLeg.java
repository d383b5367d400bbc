package org.callwright.call.state;

import java.time.Instant;
import java.util.Optional;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.SipAnswer;

/**
 * One SIP leg with its call record.
 *
 * @param offer the peer's first offer, kept until it is answered
 * @param order what to dial, kept until the INVITE is out
 * @param media whether the leg may hold media that must be released
 * @param dialler the call that dialled this one, as long as the two belong together: it waits for this one's end
 * @param answer what the dialler's application is told of the callee's answer
 */
public record CallLeg(
        CallSid sid,
        CallFacts facts,
        Progress progress,
        Signalling signalling,
        Negotiation negotiation,
        Optional<String> offer,
        Optional<OutboundCall> order,
        boolean media,
        Optional<CallSid> dialler,
        Optional<SipAnswer> answer) {

    public static CallLeg idle(CallSid sid, Instant at) {
        return new CallLeg(sid, CallFacts.NONE, Progress.queued(at), Signalling.IDLE, Negotiation.NONE,
                Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    public boolean answered() {
        return progress.answered().isPresent();
    }

    /** Whether dialog and media are there, so that verbs can be heard. */
    public boolean talking() {
        boolean negotiating = !negotiation.is(Negotiation.Stage.NONE) && !negotiation.renewed();
        return signalling == Signalling.ESTABLISHED && !negotiating;
    }

    public CallLeg with(CallFacts next) {
        return new CallLeg(sid, next, progress, signalling, negotiation, offer, order, media, dialler, answer);
    }

    public CallLeg with(Progress next) {
        return new CallLeg(sid, facts, next, signalling, negotiation, offer, order, media, dialler, answer);
    }

    public CallLeg with(Signalling next) {
        return new CallLeg(sid, facts, progress, next, negotiation, offer, order, media, dialler, answer);
    }

    public CallLeg with(Negotiation next) {
        return new CallLeg(sid, facts, progress, signalling, next, offer, order, media, dialler, answer);
    }

    public CallLeg withOffer(Optional<String> next) {
        return new CallLeg(sid, facts, progress, signalling, negotiation, next, order, media, dialler, answer);
    }

    public CallLeg withOrder(Optional<OutboundCall> next) {
        return new CallLeg(sid, facts, progress, signalling, negotiation, offer, next, media, dialler, answer);
    }

    public CallLeg withMedia(boolean next) {
        return new CallLeg(sid, facts, progress, signalling, negotiation, offer, order, next, dialler, answer);
    }

    public CallLeg withDialler(Optional<CallSid> next) {
        return new CallLeg(sid, facts, progress, signalling, negotiation, offer, order, media, next, answer);
    }

    public CallLeg withAnswer(Optional<SipAnswer> next) {
        return new CallLeg(sid, facts, progress, signalling, negotiation, offer, order, media, dialler, next);
    }

    /** The call record as it is now; empty while nobody knows whose call it is. */
    public Optional<CallRecord> record(Instant created) {
        return facts.account().map(account -> new CallRecord(sid, account, facts.parent(), facts.number(),
                facts.from(), facts.to(), facts.callerName(), facts.forwardedFrom(), facts.direction(),
                progress.status(), created, progress.updated(), progress.ringing(), progress.answered(),
                progress.ended(), progress.sipStatus(), progress.endReason(), progress.answeredBy()));
    }
}
