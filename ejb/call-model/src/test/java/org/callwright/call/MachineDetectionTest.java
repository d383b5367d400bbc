package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.callwright.call.CallScript.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callwright.call.machine.LateTelling;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.MachineDetection.Mode;
import org.callwright.call.value.Modification;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.WebTarget;
import org.junit.jupiter.api.Test;

/** An application that wants to know whether a person or a machine answered its call. */
class MachineDetectionTest {

    private static final MachineDetection ENABLE = MachineDetection.of(Mode.ENABLE);
    private static final WebTarget CALLBACK = World.post("http://app.example/amd");
    private static final DetectionOrder WAITING = new DetectionOrder(ENABLE, true, Optional.empty());
    private static final DetectionOrder BESIDE = new DetectionOrder(ENABLE, false, Optional.of(CALLBACK));

    private static CallScript ringing(DetectionOrder order) {
        return script().order(World.shopCallsBobAndListens(order)).mediaOffered();
    }

    private static CallScript answered(DetectionOrder order) {
        return ringing(order).post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER))).mediaConnected();
    }

    private static Map<String, String> told(CallbackRecord callback) {
        return callback.request().parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    }

    private static List<CallbackRecord> results(CallScript call) {
        return call.all(Effect.QueueCallback.class).stream().map(Effect.QueueCallback::callback)
                .filter(callback -> callback.request().target().equals(CALLBACK)).toList();
    }

    private static List<Map<String, String>> progress(CallScript call) {
        return call.all(Effect.QueueCallback.class).stream().map(Effect.QueueCallback::callback)
                .filter(callback -> callback.request().target().equals(World.post(World.STATUS_URL)))
                .map(MachineDetectionTest::told).toList();
    }

    // ---- the application waits

    @Test
    void applicationThatWaitsShouldBeAskedWithTheResult() {
        CallScript call = answered(WAITING).expectNoRequest();
        assertThat(call.latest(Effect.DetectMachine.class).detection()).isEqualTo(ENABLE);
        call.detected(AnsweredBy.HUMAN, 2_740).expectRequest(World.VOICE_URL)
                .expectParameter("AnsweredBy", "human")
                .expectParameter("MachineDetectionDuration", "2740");
        call.rcml("<Redirect>/next</Redirect>").expectParameter("AnsweredBy", "human");
        assertThat(call.parameters()).doesNotContainKey("MachineDetectionDuration");
    }

    @Test
    void resultShouldBeInTheRecordAtOnceAndAtTheEnd() {
        CallScript call = answered(WAITING);
        assertThat(call.call().answeredBy()).as("for the case that the server dies").contains(AnsweredBy.UNKNOWN);
        call.detected(AnsweredBy.MACHINE_END_BEEP, 8_000);
        assertThat(call.call().answeredBy()).contains(AnsweredBy.MACHINE_END_BEEP);
        call.rcml("<Hangup/>").expectEnded(CallStatus.COMPLETED);
        assertThat(call.call().answeredBy()).contains(AnsweredBy.MACHINE_END_BEEP);
    }

    @Test
    void statusCallbacksShouldTellWhoAnsweredOnceItIsKnown() {
        CallScript call = answered(WAITING).detected(AnsweredBy.MACHINE_START, 3_000).hungUp();
        assertThat(progress(call)).extracting(one -> one.get("AnsweredBy")).hasSize(3)
                .containsExactly(null, null, "machine_start");
    }

    @Test
    void fallbackShouldBeToldTheResultToo() {
        Modification fallback = new Modification(Modification.Ending.NONE, Optional.of(World.post(World.VOICE_URL)),
                Optional.of(World.post(World.FALLBACK_URL)), Optional.empty());
        CallScript call = ringing(WAITING).post(new CallEvent.ModifyRequested(World.CALL, fallback))
                .post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER))).mediaConnected().expectNoRequest();
        call.detected(AnsweredBy.UNKNOWN, 5_000).noDocument(FetchFailure.TIMEOUT)
                .expectRequest(World.FALLBACK_URL).expectParameter("AnsweredBy", "unknown");
    }

    @Test
    void mediaThatTellsNothingShouldNotKeepTheApplicationWaiting() {
        CallScript call = answered(WAITING).timeUp(Duration.ofSeconds(35)).expectRequest(World.VOICE_URL)
                .expectParameter("AnsweredBy", "unknown");
        call.detected(AnsweredBy.HUMAN, 36_000).expectNothing();
    }

    @Test
    void calleeWhoHangsUpMeanwhileShouldEndTheCallWithWhatMediaKnew() {
        CallScript call = answered(WAITING).hungUp();
        assertThat(call.session().ended()).isFalse();
        call.detected(AnsweredBy.UNKNOWN, 900).expectEnded(CallStatus.COMPLETED);
        assertThat(call.call().answeredBy()).contains(AnsweredBy.UNKNOWN);
        assertThat(call.all(Effect.FetchDocument.class)).isEmpty();
        assertThat(call.all(Effect.SaveCall.class).stream().filter(save -> save.call().ended().isPresent())).hasSize(1);
    }

    @Test
    void mediaThatIsSilentAtTheEndTooShouldLeaveUnknown() {
        CallScript call = answered(WAITING).hangupRequested().timeUp().expectEnded(CallStatus.COMPLETED);
        assertThat(call.call().answeredBy()).contains(AnsweredBy.UNKNOWN);
        assertThat(progress(call).get(progress(call).size() - 1)).containsEntry("AnsweredBy", "unknown");
    }

    @Test
    void newDocumentShouldNotWaitForTheResult() {
        Modification change = new Modification(Modification.Ending.NONE, Optional.of(World.post(World.FALLBACK_URL)),
                Optional.empty(), Optional.empty());
        CallScript call = answered(WAITING).post(new CallEvent.ModifyRequested(World.CALL, change))
                .expectRequest(World.FALLBACK_URL).rcml("<Say>Hi</Say>");
        assertThat(call.parameters()).doesNotContainKey("AnsweredBy");
        call.detected(AnsweredBy.HUMAN, 2_000).expectNoRequest();
        assertThat(call.call().answeredBy()).contains(AnsweredBy.HUMAN);
    }

    @Test
    void nobodyShouldListenToACallThatIsNotAnswered() {
        CallScript call = ringing(WAITING).post(new CallEvent.Refused(World.CALL, 486, "Busy"))
                .expectEnded(CallStatus.BUSY);
        assertThat(call.all(Effect.DetectMachine.class)).isEmpty();
        assertThat(call.call().answeredBy()).isEmpty();
        assertThat(progress(call)).noneMatch(one -> one.containsKey("AnsweredBy"));
    }

    // ---- the application does not wait

    @Test
    void applicationThatDoesNotWaitShouldBeAskedAtOnceAndToldTheResultByItsCallback() {
        CallScript call = answered(BESIDE).expectRequest(World.VOICE_URL).rcml("<Say>Hello</Say>");
        assertThat(call.parameters()).doesNotContainKey("AnsweredBy");
        call.detected(AnsweredBy.MACHINE_START, 3_120).expectNoRequest();
        assertThat(results(call)).singleElement().satisfies(result -> assertThat(told(result)).isEqualTo(Map.of(
                "CallSid", World.CALL.value(),
                "AccountSid", World.SHOP.value(),
                "AnsweredBy", "machine_start",
                "MachineDetectionDuration", "3120")));
        assertThat(call.call().answeredBy()).contains(AnsweredBy.MACHINE_START);
        call.promptEnded().expectEnded(CallStatus.COMPLETED);
        assertThat(results(call)).hasSize(1);
    }

    @Test
    void endOfTheCallShouldBringTheCallbackAllTheSame() {
        CallScript call = answered(BESIDE).rcml("<Hangup/>");
        assertThat(results(call)).isEmpty();
        call.timeUp().expectEnded(CallStatus.COMPLETED);
        assertThat(results(call)).singleElement()
                .satisfies(result -> assertThat(told(result)).containsEntry("AnsweredBy", "unknown"));
    }

    @Test
    void callbackShouldBeHeldForTheCaseThatTheServerDiesAndReplacedByTheResult() {
        CallScript call = answered(BESIDE);
        CallbackRecord held = call.all(Effect.HoldCallback.class).stream().map(Effect.HoldCallback::callback)
                .filter(callback -> callback.request().target().equals(CALLBACK)).findFirst().orElseThrow();
        assertThat(told(held)).containsEntry("AnsweredBy", "unknown");
        call.detected(AnsweredBy.HUMAN, 2_000);
        assertThat(results(call)).extracting(CallbackRecord::sid).containsExactly(held.sid());
        CallbackRecord late = LateTelling.of(held, call.call(), Optional.empty(), "https://voice.example");
        assertThat(told(late)).containsEntry("AnsweredBy", "human");
    }

    @Test
    void whoEndsACallThatWasLostShouldTellWhoAnswered() {
        CallScript call = ringing(WAITING);
        CallbackRecord held = call.latest(Effect.HoldCallback.class).callback();
        assertThat(told(held)).doesNotContainKey("AnsweredBy");
        call.post(new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER))).mediaConnected();
        CallbackRecord unheard = LateTelling.of(held, call.call(), Optional.empty(), "https://voice.example");
        assertThat(told(unheard)).containsEntry("AnsweredBy", "unknown");
        call.detected(AnsweredBy.HUMAN, 2_000);
        CallbackRecord late = LateTelling.of(held, call.call(), Optional.empty(), "https://voice.example");
        assertThat(told(late)).containsEntry("AnsweredBy", "human");
    }

    @Test
    void recordingOfALiveCallShouldGoOnBesideTheDetection() {
        CallScript call = answered(BESIDE).rcml("<Pause length=\"9\"/>");
        RecordingSid sid = new RecordingSid("RE" + "5".repeat(32));
        call.post(new CallEvent.RecordingRequested(World.CALL, sid,
                new RecordingOrder(Optional.empty(), Optional.empty())));
        assertThat(call.all(Effect.StartLiveRecording.class)).hasSize(1);
        call.detected(AnsweredBy.HUMAN, 2_000);
        assertThat(call.session().operations()).hasSize(1);
    }

    // ---- values

    @Test
    void lengthsOutOfTheirLimitsShouldBeRefusedByName() {
        for (MachineDetection.Limit limit : MachineDetection.Limit.values()) {
            for (int millis : new int[] {limit.least() - 1, limit.most() + 1}) {
                assertThatIllegalArgumentException().isThrownBy(() -> with(limit, millis))
                        .withMessageContaining(limit.parameter());
            }
            assertThat(with(limit, limit.least())).isNotEqualTo(with(limit, limit.most()));
        }
    }

    private static MachineDetection with(MachineDetection.Limit changed, int millis) {
        return new MachineDetection(Mode.ENABLE,
                length(MachineDetection.Limit.TIMEOUT, changed, millis),
                length(MachineDetection.Limit.SPEECH_THRESHOLD, changed, millis),
                length(MachineDetection.Limit.SPEECH_END_THRESHOLD, changed, millis),
                length(MachineDetection.Limit.SILENCE_TIMEOUT, changed, millis));
    }

    private static Duration length(MachineDetection.Limit limit, MachineDetection.Limit changed, int millis) {
        return limit == changed ? Duration.ofMillis(millis) : limit.usual();
    }

    @Test
    void wireNamesShouldLeadBack() {
        for (AnsweredBy who : AnsweredBy.values()) {
            assertThat(AnsweredBy.of(who.wireName())).contains(who);
        }
        assertThat(AnsweredBy.of("fax")).isEmpty();
    }
}
