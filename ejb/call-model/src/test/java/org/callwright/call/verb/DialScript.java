package org.callwright.call.verb;

import static org.callwright.call.CallScript.answered;
import static org.callwright.call.World.CALL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.PromptOutcome;

/** A call that dials, up to where a test begins; what it hears of the other call is told by hand. */
final class DialScript {

    static final CallPolicy WITH_TRUNK = new CallPolicy(
            true, Duration.ofHours(4), 100, "https://voice.example", Optional.of("trunk.example:5060"));
    static final String BOB = "<Sip>sip:bob@phone.example</Sip>";

    private DialScript() {
    }

    static CallScript dialling(String attributes, String content) {
        return answered("<Dial " + attributes + ">" + content + "</Dial><Say>Next.</Say>");
    }

    static CallScript talking(String attributes) {
        CallScript call = dialling(attributes, BOB);
        return call.post(new CallEvent.DialledRings(CALL, dialled(call)))
                .post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .promptEnded(PromptOutcome.Result.STOPPED, Duration.ofSeconds(1))
                .post(new CallEvent.LegsJoined(CALL, dialled(call)));
    }

    static OutboundCall order(CallScript call) {
        return call.latest(Effect.PlaceDialled.class).call();
    }

    static CallSid dialled(CallScript call) {
        return call.latest(Effect.PlaceDialled.class).dialled();
    }

    static CallEvent ended(CallScript call, CallStatus status, long rang, long talked) {
        return new CallEvent.DialledEnded(CALL, dialled(call), new DialledOutcome(true, status,
                Duration.ofSeconds(rang), Duration.ofSeconds(talked), Optional.empty()));
    }

    static List<CallEvent> told(CallScript call) {
        return call.all(Effect.Tell.class).stream().map(Effect.Tell::event).toList();
    }
}
