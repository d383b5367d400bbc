package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;
import static org.callwright.call.World.CALL;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.program.DialledBy;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Modification;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordedParties;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSpec;
import org.callwright.call.value.SipAnswer;
import org.callwright.call.value.WebTarget;
import org.junit.jupiter.api.Test;

/** Dial as the call that dials sees it; what it hears of the other call is told by hand. */
class DialTest {

    private static final CallPolicy WITH_TRUNK = new CallPolicy(
            true, Duration.ofHours(4), 100, "https://voice.example", Optional.of("trunk.example:5060"));
    private static final String BOB = "<Sip>sip:bob@phone.example</Sip>";

    private static CallScript dialling(String attributes, String content) {
        return answered("<Dial " + attributes + ">" + content + "</Dial><Say>Next.</Say>");
    }

    private static CallScript talking(String attributes) {
        CallScript call = dialling(attributes, BOB);
        return call.post(new CallEvent.DialledRings(CALL, dialled(call)))
                .post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .promptEnded(PromptOutcome.Result.STOPPED, Duration.ofSeconds(1))
                .post(new CallEvent.LegsJoined(CALL, dialled(call)));
    }

    private static OutboundCall order(CallScript call) {
        return call.latest(Effect.PlaceDialled.class).call();
    }

    private static CallSid dialled(CallScript call) {
        return call.latest(Effect.PlaceDialled.class).dialled();
    }

    private static CallEvent ended(CallScript call, CallStatus status, long rang, long talked) {
        return new CallEvent.DialledEnded(CALL, dialled(call), new DialledOutcome(true, status,
                Duration.ofSeconds(rang), Duration.ofSeconds(talked), Optional.empty()));
    }

    private static List<CallEvent> told(CallScript call) {
        return call.all(Effect.Tell.class).stream().map(Effect.Tell::event).toList();
    }

    // ---- whom and how

    @Test
    void aNumberShouldBeCalledByTheTrunkWithTheCallersNumber() {
        CallScript call = script(WITH_TRUNK).answeredWith("<Dial>+1 555 0100</Dial>");
        assertThat(dialled(call).instanceId()).isEqualTo(CALL.instanceId());
        assertThat(order(call)).isEqualTo(new OutboundCall(World.SHOP, "alice", "+15550100",
                "sip:+15550100@trunk.example:5060", List.of(), new DialledBy(CALL), Duration.ofSeconds(30),
                Optional.empty()));
    }

    @Test
    void anElementShouldSayWhomAndTheAttributesHow() {
        CallScript call = script(WITH_TRUNK).answeredWith("<Dial callerId='+15559' timeout='7'><Number "
                + "statusCallback='/told' statusCallbackEvent='ringing, answered'>15550100</Number></Dial>");
        assertThat(order(call).from()).isEqualTo("+15559");
        assertThat(order(call).ringTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(order(call).progress()).contains(new ProgressCallback(World.post("http://app.example/told"),
                List.of(ProgressEvent.RINGING, ProgressEvent.ANSWERED)));
    }

    @Test
    void theDocumentForTheCalleeShouldGoWithTheCall() {
        assertThat(order(dialling("", "<Sip url='ask?who=1' method='GET'>sip:bob@phone.example</Sip>")).program())
                .isEqualTo(new DialledBy(CALL, Optional.of(new WebTarget(
                        URI.create("http://app.example/ask?who=1"), HttpMethod.GET))));
        CallScript call = dialling("", "<Sip url='::'>sip:bob@phone.example</Sip>")
                .expectNotification(0, 11100).expectSpeech("Next.");
        assertThat(call.all(Effect.PlaceDialled.class)).isEmpty();
    }

    @Test
    void credentialsShouldGoWithTheCallAndBeNamedByNoText() {
        CallScript call = dialling("", "<Sip username='shop' password=' p ss'>sip:bob@phone.example</Sip>");
        assertThat(order(call).credentials()).contains(new Credentials("shop", " p ss"));
        assertThat(call.effects().toString()).contains("shop").doesNotContain("p ss");
        assertThat(call.session().program().toString()).doesNotContain("p ss");
        assertThat(order(dialling("", BOB)).credentials()).isEmpty();
    }

    @Test
    void credentialsThatSipCannotSendShouldBeWarnedOf() {
        for (String attributes : List.of("password='x'", "username='a&#10;b'", "username='&quot;'")) {
            CallScript call = dialling("", "<Sip " + attributes + ">sip:bob@phone.example</Sip>")
                    .expectNotification(1, 12200);
            assertThat(order(call).credentials()).isEmpty();
        }
        dialling("", "<Number username='a' password='b' sendDigits='1'>15550100</Number>").expectNotification(1, 12200);
    }

    @Test
    void aSipUriShouldNeedNoTrunkAndMayCarryHeaders() {
        CallScript call = dialling("", "<Sip>sip:bob@phone.example;transport=tcp?X-A=1&amp;X-B=2</Sip>");
        assertThat(order(call).targetUri()).isEqualTo("sip:bob@phone.example;transport=tcp");
        assertThat(order(call).headers()).containsExactly(new Parameter("X-A", "1"), new Parameter("X-B", "2"));
        assertThat(order(dialling("", "sip:bob@phone.example")).targetUri()).isEqualTo("sip:bob@phone.example");
        assertThat(order(dialling("", "<Uri>bob@phone.example</Uri>")).targetUri()).isEqualTo("sip:bob@phone.example");
    }

    @Test
    void withoutATrunkANumberShouldFailAndTheOwnerBeTold() {
        CallScript call = dialling("action='/done'", "+15550100");
        call.expectNotification(0, 11004).expectRequest("http://app.example/done")
                .expectParameter("DialCallSid", "null").expectParameter("DialCallStatus", "failed")
                .expectParameter("DialCallDuration", "0");
        assertThat(call.all(Effect.PlaceDialled.class)).isEmpty();
        dialling("", "+15550100").expectSpeech("Next.");
    }

    @Test
    void whomNobodyCouldCallShouldFailWithACode() {
        dialling("", "<Client>alice</Client>").expectNotification(1, 12200).expectNotification(0, 12200)
                .expectSpeech("Next.");
        dialling("", "<Conference>room</Conference>").expectNotification(0, 12200).expectSpeech("Next.");
        dialling("", "client:alice").expectNotification(0, 12200).expectSpeech("Next.");
        dialling("", "<Sip>sip:bob at phone</Sip>").expectNotification(0, 11100).expectSpeech("Next.");
        dialling("", "<Sip>15550100</Sip>").expectNotification(0, 11100).expectSpeech("Next.");
        dialling("", "").expectNotification(0, 12200).expectSpeech("Next.");
        dialling("callerId='a &lt;b&gt;'", BOB).expectNotification(0, 13214).expectSpeech("Next.");
    }

    @Test
    void theFirstOfSeveralTargetsShouldBeCalledWithAWarning() {
        CallScript call = dialling("", BOB + "<Number>15550100</Number>");
        assertThat(order(call).targetUri()).isEqualTo("sip:bob@phone.example");
        call.expectNotification(1, 12200);
    }

    @Test
    void wrongAttributesShouldBeWarnedOfAndTheDefaultsHold() {
        CallScript call = dialling("method='PUT' timeout='soon' timeLimit='0'", BOB);
        call.expectNotification(1, 13210).expectNotification(1, 13212).expectNotification(1, 13216);
        assertThat(order(call).ringTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aCallerWithoutANameThatSipKnowsShouldBeAnonymous() {
        assertThat(order(dialling("", BOB)).from()).isEqualTo("alice");
        CallScript nobody = script().order(new OutboundCall(World.SHOP, "two words", "sip:bob@phone.example",
                "sip:bob@phone.example", List.of(), World.post(World.VOICE_URL), Optional.empty(),
                Duration.ofSeconds(60)));
        nobody.mediaOffered().post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER))).mediaConnected()
                .rcml("<Dial>" + BOB + "</Dial>");
        assertThat(order(nobody).from()).isEqualTo("anonymous");
    }

    // ---- ringing

    @Test
    void theCallerShouldHearRingingUntilTheAnswer() {
        CallScript call = dialling("", BOB).expect(Effect.PlaceDialled.class);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)));
        Effect.PlayPrompt tone = call.latest(Effect.PlayPrompt.class);
        assertThat(tone.prompt()).isEqualTo(new Prompt.Ringback());
        assertThat(tone.loop()).isZero();
        call.post(new CallEvent.DialledRings(CALL, dialled(call))).expectNothing();
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .expect(Effect.StopPrompt.class, Effect.StartTimer.class, Effect.JoinLegs.class);
        assertThat(call.latest(Effect.JoinLegs.class)).isEqualTo(new Effect.JoinLegs(CALL, dialled(call)));
        assertThat(call.latest(Effect.StartTimer.class).delay()).isEqualTo(Duration.ofSeconds(14_400));
    }

    @Test
    void earlyMediaShouldBeHeardByTheCallerAloneUntilTheAnswer() {
        CallScript call = dialling("record='true'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call))).expect(Effect.HearLeg.class);
        assertThat(call.latest(Effect.HearLeg.class)).isEqualTo(new Effect.HearLeg(CALL, dialled(call)));
        call.post(new CallEvent.LegsJoined(CALL, dialled(call))).expectNothing();
        call.post(new CallEvent.DialledHeard(CALL, dialled(call))).expectNothing();
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .expect(Effect.StartTimer.class, Effect.JoinLegs.class);
        call.post(new CallEvent.LegsJoined(CALL, dialled(call)))
                .expect(Effect.SaveRecording.class, Effect.StartRecording.class);
    }

    @Test
    void earlyMediaShouldEndTheRingingTone() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)));
        long tone = call.latest(Effect.PlayPrompt.class).operation();
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .expect(Effect.StopPrompt.class, Effect.HearLeg.class);
        assertThat(call.last()).contains(new Effect.StopPrompt(CALL, tone));
    }

    @Test
    void aCalleeWhoWasOnlyHeardShouldBeToldAsWhatHeIs() {
        CallScript call = dialling("action='/done' hangupOnStar='true'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call))).keys("*").expectNothing();
        call.post(ended(call, CallStatus.FAILED, 4, 0)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "failed").expectParameter("DialCallDuration", "0");
        assertThat(call.last()).contains(new Effect.PartLegs(CALL));
    }

    @Test
    void aCallerWhoHeardEarlyMediaShouldHearRingingWhileTheCalleeIsAsked() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .post(new CallEvent.DialledRings(CALL, dialled(call)))
                .expect(Effect.PartLegs.class, Effect.PlayPrompt.class);
        call.post(new CallEvent.LegsJoined(CALL, dialled(call))).expect(Effect.PartLegs.class);
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .expect(Effect.StopPrompt.class, Effect.StartTimer.class, Effect.JoinLegs.class);
    }

    @Test
    void aCalleeWhoDoesNotTakeTheCallShouldHaveNotAnsweredForTheCaller() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call))).post(ended(call, CallStatus.COMPLETED, 2, 7))
                .expectRequest("http://app.example/done").expectParameter("DialCallStatus", "no-answer")
                .expectParameter("DialCallDuration", "0").expectParameter("DialRingDuration", "2");
    }

    @Test
    void theCallerWhoHangsUpWhileTheCalleeIsAskedShouldHaveCanceled() {
        CallScript call = dialling("action='/done'", BOB).hungUp();
        call.post(ended(call, CallStatus.COMPLETED, 2, 7)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "canceled").expectParameter("DialCallDuration", "0");
    }

    @Test
    void earlyMediaThatCannotBeHeardShouldFailTheDialBeforeSomebodyAnswersInVain() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .post(new CallEvent.LegsNotJoined(CALL, dialled(call), "this driver does not mix"))
                .expectNotification(0, 11008);
        assertThat(told(call)).hasSize(1);
        call.post(ended(call, CallStatus.CANCELED, 0, 1)).expectParameter("DialCallStatus", "failed");
    }

    @Test
    void aCalleeWhoDoesNotAnswerShouldBeToldAsWhatHeIs() {
        CallScript call = dialling("action='/done' method='GET'", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)));
        call.post(new CallEvent.DialledEnded(CALL, dialled(call), new DialledOutcome(true, CallStatus.BUSY,
                Duration.ofSeconds(3), Duration.ZERO, Optional.of(486))));
        call.expectRequest("http://app.example/done").expectParameter("DialCallSid", dialled(call).value())
                .expectParameter("DialCallStatus", "busy").expectParameter("DialCallDuration", "0")
                .expectParameter("DialRingDuration", "3").expectParameter("DialSipResponseCode", "486")
                .expectParameter("OutboundCallSid", dialled(call).value());
        assertThat(call.last()).contains(new Effect.StopPrompt(CALL, call.latest(Effect.PlayPrompt.class).operation()));
    }

    @Test
    void theActionShouldBeToldWhatTheCalleeSaid() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledEnded(CALL, dialled(call), new DialledOutcome(true, CallStatus.BUSY,
                Duration.ZERO, Duration.ZERO, Optional.of(486), Optional.of(new SipAnswer("c7@server",
                        List.of(new Parameter("X-Desk", "12")))))));
        call.expectRequest("http://app.example/done").expectParameter("DialSipCallId", "c7@server")
                .expectParameter("DialSipHeader_X-Desk", "12");
    }

    @Test
    void withoutAnActionTheNextVerbShouldRun() {
        CallScript call = dialling("", BOB);
        call.post(ended(call, CallStatus.NO_ANSWER, 30, 0)).expectSpeech("Next.");
    }

    @Test
    void theCallerWhoHangsUpWhileItRingsShouldEndBoth() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call))).hungUp();
        assertThat(told(call)).containsExactly(
                new CallEvent.DiallerGone(dialled(call), "hung up by the peer"));
        call.promptEnded(PromptOutcome.Result.STOPPED, Duration.ofSeconds(1));
        assertThat(call.session().ended()).as("the other call's end is still to come").isFalse();
        call.post(ended(call, CallStatus.CANCELED, 1, 0)).expectEnded(CallStatus.COMPLETED);
    }

    // ---- talking

    @Test
    void theCalleeWhoHangsUpShouldLeadToTheAction() {
        CallScript call = talking("action='/done'");
        call.post(ended(call, CallStatus.COMPLETED, 2, 61));
        assertThat(call.last()).contains(new Effect.PartLegs(CALL));
        call.expectRequest("http://app.example/done").expectParameter("DialCallStatus", "completed")
                .expectParameter("DialCallDuration", "61").expectParameter("DialRingDuration", "2");
        call.rcml("<Hangup/>").expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void theCallerWhoHangsUpShouldEndTheOtherCallAndTheActionStillBeTold() {
        CallScript call = talking("action='/done'").hungUp();
        assertThat(told(call)).hasSize(1).allMatch(CallEvent.DiallerGone.class::isInstance);
        call.expectNoRequest().post(ended(call, CallStatus.COMPLETED, 0, 5)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "completed").expectParameter("CallStatus", "completed");
        call.rcml("<Say>To nobody.</Say>").expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void theTimeLimitShouldEndTheOtherCallOnly() {
        CallScript call = talking("timeLimit='60'").timeUp(Duration.ofSeconds(60));
        assertThat(told(call)).containsExactly(
                new CallEvent.DiallerGone(dialled(call), "the time limit of the Dial is reached"));
        call.post(ended(call, CallStatus.COMPLETED, 0, 60)).expectSpeech("Next.");
    }

    @Test
    void theStarKeyShouldEndTheOtherCallIfTheDocumentSaysSo() {
        CallScript call = talking("hangupOnStar='true'").keys("1").expectNothing().keys("*");
        assertThat(told(call)).hasSize(1);
        assertThat(told(talking("").keys("*"))).isEmpty();
    }

    @Test
    void callsThatCannotBeJoinedShouldFailTheDial() {
        CallScript call = dialling("action='/done'", BOB);
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .post(new CallEvent.LegsNotJoined(CALL, dialled(call), "this driver does not mix"))
                .expectNotification(0, 11008);
        assertThat(told(call)).hasSize(1);
        call.post(ended(call, CallStatus.COMPLETED, 0, 1)).expectParameter("DialCallStatus", "failed");
    }

    @Test
    void aJoinThatNobodyWantsAnyMoreShouldBeUndone() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledAnswered(CALL, dialled(call))).post(ended(call, CallStatus.COMPLETED, 0, 0));
        call.post(new CallEvent.LegsJoined(CALL, dialled(call))).expect(Effect.PartLegs.class);
    }

    @Test
    void whatOtherCallsTellShouldChangeNothing() {
        CallScript call = dialling("", BOB);
        call.post(new CallEvent.DialledAnswered(CALL, World.OTHER_CALL)).expectNothing();
        call.post(new CallEvent.DialledEnded(CALL, World.OTHER_CALL, DialledOutcome.NOT_PLACED)).expectNothing();
        call.post(new CallEvent.DiallerGone(CALL, "nobody dialled this call")).expectNothing();
    }

    // ---- recording

    @Test
    void bothShouldBeRecordedAndTheActionToldOfIt() {
        CallScript call = talking("record='true' action='/done' timeLimit='60'");
        assertThat(call.latest(Effect.StartRecording.class).spec()).isEqualTo(
                new RecordingSpec(false, Duration.ofSeconds(60), Duration.ZERO, RecordedParties.MIXED));
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.IN_PROGRESS);
        call.post(ended(call, CallStatus.COMPLETED, 1, 9)).expectNoRequest();
        assertThat(call.last()).contains(new Effect.StopRecording(
                CALL, call.latest(Effect.StartRecording.class).operation()));
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 9_020).expectRequest("http://app.example/done")
                .expectParameter("RecordingDuration", "9.020").expectParameter("DialCallDuration", "9");
        assertThat(call.parameters().get("RecordingUrl")).endsWith(call.recording().sid() + ".wav")
                .isEqualTo(call.parameters().get("PublicRecordingUrl"));
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.COMPLETED);
    }

    @Test
    void aRecordingMayHaveAChannelForEach() {
        assertThat(talking("record='record-from-answer-dual'").latest(Effect.StartRecording.class).spec().parties())
                .isEqualTo(RecordedParties.SEPARATE);
        assertThat(talking("record='do-not-record'").all(Effect.StartRecording.class)).isEmpty();
        assertThat(talking("").all(Effect.StartRecording.class)).isEmpty();
    }

    @Test
    void aRecordingMayBeginWithTheRinging() {
        CallScript call = dialling("record='record-from-ringing' action='/done' timeout='20' timeLimit='60'", BOB);
        call.post(new CallEvent.DialledRings(CALL, dialled(call)))
                .expect(Effect.PlayPrompt.class, Effect.SaveRecording.class, Effect.StartRecording.class);
        assertThat(call.latest(Effect.StartRecording.class).spec()).isEqualTo(
                new RecordingSpec(false, Duration.ofSeconds(80), Duration.ZERO, RecordedParties.MIXED));
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)))
                .post(new CallEvent.DialledAnswered(CALL, dialled(call)))
                .post(new CallEvent.LegsJoined(CALL, dialled(call)));
        assertThat(call.all(Effect.StartRecording.class)).as("there is one recording").hasSize(1);
        call.post(ended(call, CallStatus.COMPLETED, 3, 9)).expectNoRequest();
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 12_000).expectRequest("http://app.example/done")
                .expectParameter("RecordingDuration", "12.000");
    }

    @Test
    void theRecordingOfACalleeWhoNeverAnsweredShouldBeWholeBeforeTheActionIsTold() {
        CallScript call = dialling("record='record-from-ringing-dual' action='/done'", BOB);
        call.post(new CallEvent.DialledHeard(CALL, dialled(call)));
        assertThat(call.latest(Effect.StartRecording.class).spec().parties()).isEqualTo(RecordedParties.SEPARATE);
        call.post(ended(call, CallStatus.FAILED, 3, 0)).expectNoRequest();
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 3_000).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "failed");
        assertThat(call.parameters()).containsKey("RecordingUrl");
    }

    @Test
    void aRecordingThatFailsShouldNotEndTheTalk() {
        CallScript call = talking("record='true' action='/done'")
                .recordingEnded(RecordingOutcome.Reason.FAILED, 0).expectNotification(0, 13614);
        assertThat(told(call)).isEmpty();
        call.post(ended(call, CallStatus.COMPLETED, 0, 9)).expectRequest("http://app.example/done");
        assertThat(call.parameters()).doesNotContainKey("RecordingUrl");
    }

    @Test
    void theCallerWhoHangsUpShouldLeaveAFinalRecordingThatTheActionIsToldOf() {
        CallScript call = talking("record='true' action='/done'").hungUp();
        call.post(ended(call, CallStatus.COMPLETED, 0, 9)).expectNoRequest();
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 9_000).expectRequest("http://app.example/done")
                .expectParameter("RecordingDuration", "9.000");
        assertThat(call.recording().status()).isEqualTo(RecordingRecord.Status.COMPLETED);
    }

    // ---- the API

    @Test
    void anotherDocumentForTheCallerShouldEndTheOtherCall() {
        CallScript call = talking("record='true'").post(new CallEvent.ModifyRequested(CALL, new Modification(
                Modification.Ending.NONE, Optional.of(World.post("http://app.example/other")), Optional.empty(),
                Optional.empty())));
        assertThat(told(call)).hasSize(1);
        assertThat(call.last()).contains(new Effect.PartLegs(CALL));
        call.recordingEnded(RecordingOutcome.Reason.STOPPED, 4_000).expectRequest("http://app.example/other");
        call.post(ended(call, CallStatus.COMPLETED, 0, 4)).expectNothing();
    }

    @Test
    void theCallShouldEndWhenTheDialledOneGoesItsOwnWay() {
        CallScript call = talking("");
        call.post(new CallEvent.DialledLeft(CALL, dialled(call), new DialledOutcome(true, CallStatus.COMPLETED,
                Duration.ZERO, Duration.ofSeconds(3), Optional.empty())));
        assertThat(told(call)).isEmpty();
        assertThat(call.last()).anyMatch(Effect.SendBye.class::isInstance);
        call.expectEnded(CallStatus.COMPLETED);
    }

    @Test
    void anEndThatIsNeverToldShouldNotKeepTheCall() {
        CallScript call = talking("action='/done'").hungUp();
        call.timeUp(Duration.ofSeconds(5)).expectRequest("http://app.example/done")
                .expectParameter("DialCallStatus", "failed");
        assertThat(call.request().target().url()).isEqualTo(URI.create("http://app.example/done"));
    }
}
