package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.RecordingOutcome.Reason;
import org.junit.jupiter.api.Test;

/** Telling applications how a call goes. */
class CallbackTest {

    private static List<CallbackRecord> callbacks(CallScript call) {
        return call.all(Effect.QueueCallback.class).stream().map(Effect.QueueCallback::callback).toList();
    }

    private static Map<String, String> parameters(CallbackRecord callback) {
        return callback.request().parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    }

    private static List<String> all(CallScript call, String parameter) {
        return callbacks(call).stream().map(callback -> parameters(callback).get(parameter)).toList();
    }

    private static CallScript ordered(ProgressEvent... events) {
        return script().order(World.shopCallsBobAndIsToldOf(events)).mediaOffered();
    }

    private static CallScript answered(CallScript call, String verbs) {
        call.post(new CallEvent.Progressed(World.CALL, 180));
        call.post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER))).mediaConnected();
        return call.rcml(verbs);
    }

    @Test
    void theNumbersCallbackShouldBeToldOfEachStatusOnce() {
        CallScript call = script().invite().destination(World.shopWithStatusCallback()).rcml("<Say>Hi</Say>")
                .mediaAnswered().acknowledged().hungUp().promptEnded().expectEnded(CallStatus.COMPLETED);
        assertThat(all(call, "CallStatus")).containsExactly("ringing", "in-progress", "completed");
        assertThat(parameters(callbacks(call).get(0))).containsEntry("ApiVersion", "2012-04-24")
                .containsEntry("SipHeader_X-Ticket", "7").doesNotContainKey("SequenceNumber");
        assertThat(callbacks(call).get(0).request().target()).isEqualTo(World.post(World.STATUS_URL));
    }

    @Test
    void aCallThatIsGivenUpShouldBeToldAsCanceled() {
        CallScript call = script().invite().destination(World.shopWithStatusCallback()).cancelled();
        assertThat(all(call, "CallStatus")).containsExactly("ringing", "canceled");
    }

    @Test
    void callbacksShouldBeNumberedInTheirOrderAndHaveSidsOfTheirOwn() {
        CallScript call = answered(ordered(ProgressEvent.values()), "<Hangup/>");
        assertThat(callbacks(call)).extracting(CallbackRecord::position).isSorted().doesNotHaveDuplicates();
        assertThat(callbacks(call)).extracting(CallbackRecord::sid).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void theOneWhoOrderedTheCallShouldBeToldOfItsEvents() {
        CallScript call = ordered(ProgressEvent.values()).passing(Duration.ofSeconds(2));
        answered(call, "<Pause/>").passing(Duration.ofSeconds(9)).hungUp();
        assertThat(all(call, "CallStatus")).containsExactly("initiated", "ringing", "answered", "completed");
        assertThat(all(call, "SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(all(call, "CallDuration")).containsExactly(null, null, null, "9");
        assertThat(parameters(callbacks(call).get(0)))
                .containsEntry("CallbackSource", "call-progress-events")
                .containsEntry("Timestamp", "Sun, 22 Nov 2026 09:00:00 +0000")
                .containsEntry("InstanceId", World.CALL.instanceId())
                .containsEntry("Direction", "outbound-api")
                .doesNotContainKeys("ApiVersion", "CallTimestamp");
    }

    @Test
    void aCallThatFailsShouldBeToldAsCompletedWithItsFixedNumber() {
        CallScript call = ordered(ProgressEvent.values());
        call.post(new CallEvent.Progressed(World.CALL, 180)).post(new CallEvent.Refused(World.CALL, 486, "Busy Here"));
        assertThat(call.call().status()).isEqualTo(CallStatus.BUSY);
        assertThat(all(call, "SequenceNumber")).containsExactly("0", "1", "3");
        assertThat(all(call, "CallDuration")).containsExactly(null, null, "0");
    }

    @Test
    void onlyWhatWasAskedForShouldBeTold() {
        CallScript call = answered(ordered(ProgressEvent.ANSWERED), "<Hangup/>");
        assertThat(all(call, "CallStatus")).containsExactly("answered");
    }

    @Test
    void theLastRecordingShouldBeToldAtTheEnd() {
        CallScript call = answered(ordered(ProgressEvent.COMPLETED), "<Record/>").hungUp()
                .recordingEnded(Reason.STOPPED, 3_250);
        assertThat(parameters(callbacks(call).get(0)))
                .containsEntry("RecordingSid", call.recording().sid().value())
                .containsEntry("RecordingDuration", "3.250")
                .containsEntry("RecordingUrl", "https://voice.example/restcomm/2012-04-24/Accounts/" + World.SHOP
                        + "/Recordings/" + call.recording().sid() + ".wav");
    }

    @Test
    void howTheEndWillBeToldShouldBeWrittenDownAtTheBeginning() {
        CallScript call = script().invite().destination(World.shopWithStatusCallback());
        CallbackRecord held = call.latest(Effect.HoldCallback.class).callback();
        assertThat(held.request().target()).isEqualTo(World.post(World.STATUS_URL));
        assertThat(parameters(held)).containsEntry("CallStatus", "ringing").containsEntry("SipHeader_X-Ticket", "7");

        call.cancelled();
        assertThat(callbacks(call)).extracting(CallbackRecord::sid).endsWith(held.sid()).doesNotHaveDuplicates();
        assertThat(call.all(Effect.HoldCallback.class)).hasSize(1);
    }

    @Test
    void theEndShouldBeHeldForTheOneWhoOrderedTheCallIfItIsAskedFor() {
        assertThat(ordered(ProgressEvent.ANSWERED).all(Effect.HoldCallback.class)).isEmpty();
        CallScript call = ordered(ProgressEvent.COMPLETED);
        CallbackRecord held = call.latest(Effect.HoldCallback.class).callback();
        assertThat(parameters(held)).containsEntry("CallStatus", "completed").containsEntry("SequenceNumber", "3");
        answered(call, "<Hangup/>");
        assertThat(callbacks(call)).extracting(CallbackRecord::sid).containsExactly(held.sid());
    }

    @Test
    void theCallRecordShouldBeWrittenBeforeItIsToldOf() {
        CallScript call = script().invite().destination(World.shopWithStatusCallback()).hangupRequested();
        List<Effect> last = call.last();
        int told = last.indexOf(call.latest(Effect.QueueCallback.class));
        assertThat(last.indexOf(call.latest(Effect.SaveCall.class))).isBetween(0, told - 1);
    }

    @Test
    void aCallOfWhichNobodyWantsToKnowShouldBeToldToNobody() {
        assertThat(callbacks(CallScript.answered("<Gather/>").hungUp())).isEmpty();
    }
}
