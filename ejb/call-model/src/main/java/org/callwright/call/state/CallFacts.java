package org.callwright.call.state;

import java.util.List;
import java.util.Optional;
import org.callwright.call.program.Application;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Destination;
import org.callwright.call.value.Direction;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.WebTarget;

/**
 * Who calls whom on whose behalf.
 *
 * @param account empty until the dialled number is known
 * @param parent the call that dialled this one
 * @param headers the INVITE's {@code X-…} and Diversion headers, told to the application
 * @param voice the application to ask first
 * @param recordings what recordings of the call are written as
 */
public record CallFacts(
        Direction direction,
        Optional<AccountSid> account,
        Optional<PhoneNumberSid> number,
        Optional<CallSid> parent,
        String from,
        String to,
        Optional<String> callerName,
        Optional<String> forwardedFrom,
        List<Parameter> headers,
        Optional<WebTarget> voice,
        Optional<WebTarget> fallback,
        Callbacks callbacks,
        RecordingFormat recordings) {

    public static final CallFacts NONE = new CallFacts(Direction.INBOUND, Optional.empty(), Optional.empty(),
            Optional.empty(), "", "", Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
            Callbacks.NONE, RecordingFormat.WAV);

    public CallFacts {
        headers = List.copyOf(headers);
    }

    public static CallFacts of(InviteFacts invite) {
        return new CallFacts(Direction.INBOUND, Optional.empty(), Optional.empty(), Optional.empty(), invite.from(),
                invite.to(), invite.callerName(), invite.forwardedFrom(), invite.headers(), Optional.empty(),
                Optional.empty(), Callbacks.NONE, RecordingFormat.WAV);
    }

    public static CallFacts of(OutboundCall call) {
        Optional<CallSid> parent = call.dialler();
        return new CallFacts(parent.isPresent() ? Direction.OUTBOUND_DIAL : Direction.OUTBOUND_API,
                Optional.of(call.account()), Optional.empty(), parent, call.from(), call.to(),
                Optional.empty(), Optional.empty(), call.headers(),
                call.voice(), call.application().flatMap(Application::fallback),
                new Callbacks(Optional.empty(), call.progress(), Optional.empty()), call.recordings());
    }

    public CallFacts with(Destination destination) {
        return new CallFacts(direction, Optional.of(destination.account()), Optional.of(destination.number()),
                parent, from, to, callerName, forwardedFrom, headers, destination.voice(), destination.fallback(),
                new Callbacks(destination.statusCallback(), callbacks.progress(), callbacks.recording()),
                destination.recordings());
    }

    public CallFacts with(AccountSid owner) {
        return new CallFacts(direction, Optional.of(owner), number, parent, from, to, callerName, forwardedFrom,
                headers, voice, fallback, callbacks, recordings);
    }

    public CallFacts with(Callbacks next) {
        return new CallFacts(direction, account, number, parent, from, to, callerName, forwardedFrom, headers, voice,
                fallback, next, recordings);
    }

    /** With another application. */
    public CallFacts with(WebTarget nextVoice, Optional<WebTarget> nextFallback) {
        return new CallFacts(direction, account, number, parent, from, to, callerName, forwardedFrom, headers,
                Optional.of(nextVoice), nextFallback, callbacks, recordings);
    }
}
