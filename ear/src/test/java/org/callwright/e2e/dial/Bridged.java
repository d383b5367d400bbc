package org.callwright.e2e.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Request;
import org.callwright.e2e.calls.Eventually;
import org.callwright.e2e.calls.Line;
import org.callwright.e2e.calls.Records;
import org.callwright.phone.Answering;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;

/** A line whose document dials a phone, the phone, and a phone that calls the line. */
final class Bridged implements AutoCloseable {

    private static final int TALK = 800;

    final Line line;
    final Phone callersPhone = Phone.udp("127.0.0.1");
    final Phone calleesPhone = Phone.udp("127.0.0.1");
    private final PhoneCall caller;

    /** Dials with those attributes, asks {@code dialled} afterwards and hangs up. */
    static Bridged dialling(String attributes, Answering answering) {
        return new Bridged("<Dial action='{here}/dialled' " + attributes + "><Sip>{callee}</Sip></Dial>", answering);
    }

    Bridged(String document, Answering answering) {
        calleesPhone.onInvite(answering);
        line = Line.answering("").page("dialled", "<Hangup/>");
        line.voice(line.rcml(document.replace("{callee}", calleesPhone.uri())));
        try {
            caller = line.connect(callersPhone);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    PhoneCall caller() {
        return caller;
    }

    /** The call that the callee gets. */
    PhoneCall callee() {
        return calleesPhone.awaitCall(SOON);
    }

    PhoneCall answeredCallee() {
        return callee().awaitAnswered(SOON);
    }

    /** The call that the callee gets, when the caller hears it. */
    PhoneCall talkingCallee() {
        PhoneCall callee = answeredCallee();
        awaitHeard(caller, callee, TALK);
        return callee;
    }

    /** Waits until the caller hears the callee, by a tone that he has not heard before. */
    static void awaitHeard(PhoneCall caller, PhoneCall callee, int hertz) {
        Eventually.find(() -> "the callee's tone at the caller", () -> {
            callee.sendTone(hertz, ms(300)).sendSilence(ms(200));
            return caller.received().findTone(hertz, ms(200), Duration.ZERO);
        });
    }

    Request told() {
        return line.asked("dialled");
    }

    Records records() {
        return line.records();
    }

    /** What the API tells of the call that was dialled, found by the call that dialled it. */
    Records dialledRecords() {
        String path = Records.ACCOUNT + "/Calls.json?ParentCallSid=" + records().callSid();
        List<JsonObject> calls = Eventually.find(() -> "the dialled call in " + path, () -> Optional
                .of(ServerUnderTest.account().json(path).getJsonArray("calls").getValuesAs(JsonObject.class))
                .filter(rows -> !rows.isEmpty()));
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).getString("direction")).isEqualTo("outbound-dial");
        assertThat(calls.get(0).getString("parent_call_sid")).isEqualTo(records().callSid());
        return new Records(calls.get(0).getString("sid"));
    }

    @Override
    public void close() {
        callersPhone.close();
        calleesPhone.close();
        line.close();
    }
}
